#pragma once
// Lines that open an instrument of its own within a document: "Annex on Dyes", "PROTOCOL to the Treaty on Lakes",
// "REGULATIONS UNDER THE CONVENTION".

#include <optional>
#include <string>
#include <string_view>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// "to Protocol 2", "of the Treaty", "to Chapter 3" behind an annex's number; `size` is how many bytes say so.
struct AddresseeWords {
  Addressee addressee;
  std::size_t size = 0;
};
[[nodiscard]] std::optional<AddresseeWords> addressee_at(std::string_view rest);

/// "on-harmful-dyes" for "on harmful dyes ("Dyes Annex")": what an eId may hold, cut at a word.
[[nodiscard]] std::string name_in_eid(std::string_view words);

/// "Annex on Dyes", or "Annex" alone above a line "on dyes".
[[nodiscard]] std::optional<Heading> named_annex_at(std::string_view text, const LineRange& line);
/// "PROTOCOL", "Optional Protocol to the Convention on Lakes", or "Protocol" alone above "on jurisdiction".
[[nodiscard]] std::optional<Heading> unnumbered_protocol_at(std::string_view text, const LineRange& line);
/// "JOINT DECLARATION CONCERNING ARTICLE 4", "EXCHANGE OF LETTERS", "Letter No 1": what was signed with a treaty, if
/// the treaty has ended.
[[nodiscard]] std::optional<Heading> side_letter_at(std::string_view text, const LineRange& line);
/// A line that is nothing but the title of an agreement, of regulations or of rules; whether it opens one, the units
/// below it tell.
[[nodiscard]] std::optional<Heading> title_at(std::string_view text, const LineRange& line);

}  // namespace treatygraph::ingest
