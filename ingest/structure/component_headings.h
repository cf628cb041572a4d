#pragma once
// Lines that open a separate instrument within a document: "Annex on Dyes", "PROTOCOL to the Treaty on Lakes",
// "REGULATIONS UNDER THE CONVENTION".

#include <optional>
#include <string>
#include <string_view>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// "to Protocol 2", "of the Treaty", "to Chapter 3" after an annex's number; `size` is its length in bytes.
struct AddresseeWords {
  Addressee addressee;
  std::size_t size = 0;
};
[[nodiscard]] std::optional<AddresseeWords> addressee_at(std::string_view rest, const StructureWords& language);

/// "on-harmful-dyes" for "on harmful dyes ("Dyes Annex")": allowed in an eId, cut at a word.
[[nodiscard]] std::string name_in_eid(std::string_view printed, const StructureWords& language = english_structure());

/// "Annex on Dyes", or "Annex" alone above a line "on dyes".
[[nodiscard]] std::optional<Heading> named_annex_at(std::string_view text, const LineRange& line,
                                                    const StructureWords& language);
/// "6 Annex TRM" alone on its line: an annex after its place in the list of annexes.
[[nodiscard]] std::optional<Heading> listed_annex_at(std::string_view text, const LineRange& line,
                                                     const StructureWords& language);
/// "PROTOCOL", "Optional Protocol to the Convention on Lakes", or "Protocol" alone above "on jurisdiction".
[[nodiscard]] std::optional<Heading> unnumbered_protocol_at(std::string_view text, const LineRange& line,
                                                            const StructureWords& language);
/// "JOINT DECLARATION CONCERNING ARTICLE 4", "EXCHANGE OF LETTERS", "Letter No 1": instruments signed together with a
/// treaty, after its end.
[[nodiscard]] std::optional<Heading> side_letter_at(std::string_view text, const LineRange& line,
                                                    const StructureWords& language);
/// A line that is only the title of an agreement, of regulations or of rules. The units below decide whether it opens
/// one.
[[nodiscard]] std::optional<Heading> title_at(std::string_view text, const LineRange& line,
                                              const StructureWords& language);

}  // namespace treatygraph::ingest
