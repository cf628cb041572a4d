#pragma once
// Compares printed and cited numbers of provisions, in whatever notation each is written.

#include <optional>
#include <string>
#include <string_view>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// The value of digits ("12") or of a Roman numeral ("xii"); nothing for other text.
[[nodiscard]] std::optional<int> value_of(std::string_view num);

/// Whether the numbers are equal, except that citations write "3-12" for a printed "3.12".
[[nodiscard]] bool same_letters(std::string_view printed, std::string_view cited);

/// Whether the number is one such as "5a": an article inserted after 5, or point a of article 5.
[[nodiscard]] bool is_small_letter_after_digits(std::string_view num);

/// Whether the numbers are equal in any notation: "1" and "I" are.
[[nodiscard]] bool same_number(std::string_view printed, std::string_view cited);

/// A key that notations of the same number share: "IV" and "4", "1-B" and "1B", "IV(A)" and "IV-A". Kinds that are
/// looked up together share it, too: a printed "Schedule 2" may be read as an annex, "Rule 5" as an article.
[[nodiscard]] std::string index_key(ProvisionKind kind, std::string_view num);

/// Like same_number(), but "IV(A)" and "IV-A" are the same number, too.
[[nodiscard]] bool same_key(std::string_view printed, std::string_view cited);

/// Whether a unit is printed with digits and cited without: if articles are numbered 1, 2, 3, an "Article XX" belongs
/// to another instrument.
[[nodiscard]] bool is_of_other_style(ProvisionKind kind, std::string_view printed, std::string_view cited);

}  // namespace treatygraph::ingest
