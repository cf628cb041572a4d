#pragma once
// Included by every file of a question: parameters, the writers of answers as JSON, table and drawing, and short names
// for them.
//
// These files have the same parts. `ask_NAME` reads the parameters and calls the function in queries/questions that
// finds the answer. `write_members`, `table_of`, `draw`, `rows_of`, `works_in`, `add_facts` and `add_notices` show what
// was found, as far as it has that form; kShowing collects them. kParameters, kProcedure and kTools describe the
// question for its doors, and kQuestion is its entry. Each file also includes the header of its own question.

#include "queries/answer/common_parameters.h"
#include "queries/answer/shown_facts.h"
#include "queries/catalogue/entries.h"
#include "queries/catalogue/shared_parameters.h"
#include "queries/formats/answers/answer_writer.h"
#include "queries/formats/answers/table_cells.h"
#include "queries/formats/graphs/view_builder.h"

namespace treatygraph::queries {

using formats::AnswerWriter;
using formats::Cell;
using formats::number_cell;
using formats::Table;
using formats::TableCells;
using formats::text_cell;
using formats::ViewBuilder;

}  // namespace treatygraph::queries
