#pragma once
// Whether a number that is printed and one that is cited are the same, however each is written.

#include <optional>
#include <string>
#include <string_view>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// Of digits and of numerals.
[[nodiscard]] std::optional<int> value_of(std::string_view num);

/// Printed "3.12" is "3-12" where it is cited.
[[nodiscard]] bool same_letters(std::string_view printed, std::string_view cited);

/// "1" and "I" are one number, and "8bis" is as good as "8 bis".
[[nodiscard]] bool same_number(std::string_view printed, std::string_view cited);

/// One name for all that may mean the same number: "IV" and "4", "1-B" and "1B", "IV(A)" and "IV-A". Kinds that are
/// looked for together have it in common: what prints "Schedule 2" may be read as an annex, "Rule 5" as an article.
[[nodiscard]] std::string index_key(ProvisionKind kind, std::string_view num);

/// "IV(A)" and "IV-A" are one number too.
[[nodiscard]] bool same_key(std::string_view printed, std::string_view cited);

/// Where articles are called 1, 2, 3, an "Article XX" is another instrument's.
[[nodiscard]] bool is_of_other_style(ProvisionKind kind, std::string_view printed, std::string_view cited);

}  // namespace treatygraph::ingest
