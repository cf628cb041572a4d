#pragma once
// The entries of the catalogue. Each is defined in the file with the name of its namespace, together with everything
// that belongs to the question: its parameters, how it is asked, and how its findings are shown. catalogue.cpp lists
// the entries.

#include "queries/answer/question.h"

namespace treatygraph::queries::schema_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::treaties_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::treaty_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::participation_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::nodes_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::node_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::relationships_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::search_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::suggest_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::neighborhood_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::dependencies_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::paths_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::impact_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::coverage_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::compare_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::cycles_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::rank_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::statements_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::quality_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::critics_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::text_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::annotations_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::cite_question {
extern const Question kQuestion;
}
namespace treatygraph::queries::state_question {
extern const Question kQuestion;
}
