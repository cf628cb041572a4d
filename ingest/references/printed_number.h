#pragma once
// Compares printed and cited numbers in any notation.

#include <optional>
#include <string>
#include <string_view>

#include "graph/eid.h"

namespace treatygraph::ingest {

/// Of digits and of numerals.
[[nodiscard]] std::optional<int> value_of(std::string_view num);

/// A printed "3.12" is "3-12" in citations.
[[nodiscard]] bool same_letters(std::string_view printed, std::string_view cited);

/// "5a", as of an article that was put in after 5, or of a point a of it.
[[nodiscard]] bool is_small_letter_after_digits(std::string_view num);

/// "1" and "I" are the same number, as are "8bis" and "8 bis".
[[nodiscard]] bool same_number(std::string_view printed, std::string_view cited);

/// A common key for notations of the same number: "IV" and "4", "1-B" and "1B", "IV(A)" and "IV-A". Kinds that are
/// looked up together share it: a printed "Schedule 2" may be read as an annex, "Rule 5" as an article.
[[nodiscard]] std::string index_key(ProvisionKind kind, std::string_view num);

/// "IV(A)" and "IV-A" are the same number, too.
[[nodiscard]] bool same_key(std::string_view printed, std::string_view cited);

/// If articles are numbered 1, 2, 3, an "Article XX" belongs to another instrument.
[[nodiscard]] bool is_of_other_style(ProvisionKind kind, std::string_view printed, std::string_view cited);

}  // namespace treatygraph::ingest
