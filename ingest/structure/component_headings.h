#pragma once
// Recognises lines that open a separate instrument within a document: "Annex on Dyes", "PROTOCOL to the Treaty on
// Lakes", "REGULATIONS UNDER THE CONVENTION". Numbered annexes ("ANNEX I") are read by heading_at(). The functions that
// end in _at return nothing for other lines. They see a line and the lines around it, not the numbering of the text.

#include <optional>
#include <string>
#include <string_view>

#include "ingest/structure/headings.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {

/// The instrument that an annex says it belongs to: "to Protocol 2", "of the Treaty" or "to Chapter 3" after its
/// number. `size` is the length of these words in bytes.
struct AddresseeWords {
  Addressee addressee;
  std::size_t size = 0;
};
/// `rest` is the rest of the line after the number of the annex. Nothing if a sentence goes on there: "to the
/// Convention shall apply".
[[nodiscard]] std::optional<AddresseeWords> addressee_at(std::string_view rest, const StructureWords& language);

/// The name of a component in its eId: "on-harmful-dyes" for "on harmful dyes (“Dyes Annex”)". In lower case, with
/// hyphens, without words in brackets, and cut after a whole word at about 60 bytes.
[[nodiscard]] std::string name_in_eid(std::string_view printed, const StructureWords& language = english_structure());

/// "Annex on Dyes", or "Annex" alone above a line "on dyes".
[[nodiscard]] std::optional<Heading> named_annex_at(std::string_view text, const LineRange& line,
                                                    const StructureWords& language);
/// "6 Annex TRM" alone on its line: an annex that is preceded by its number in a list of annexes.
[[nodiscard]] std::optional<Heading> listed_annex_at(std::string_view text, const LineRange& line,
                                                     const StructureWords& language);
/// "PROTOCOL", "Optional Protocol to the Convention on Lakes", or "Protocol" alone above "on jurisdiction".
[[nodiscard]] std::optional<Heading> unnumbered_protocol_at(std::string_view text, const LineRange& line,
                                                            const StructureWords& language);
/// "JOINT DECLARATION CONCERNING ARTICLE 4", "EXCHANGE OF LETTERS", "Letter No 1": instruments that were signed
/// together with a treaty and are printed after its end.
[[nodiscard]] std::optional<Heading> side_letter_at(std::string_view text, const LineRange& line,
                                                    const StructureWords& language);
/// A line that is only the title of an agreement, of regulations or of rules. Such a line may also just mention one;
/// the numbers of the units below it decide (see heading_sequence).
[[nodiscard]] std::optional<Heading> title_at(std::string_view text, const LineRange& line,
                                              const StructureWords& language);

}  // namespace treatygraph::ingest
