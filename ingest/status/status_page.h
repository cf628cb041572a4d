#pragma once
// A depositary's page about a treaty: which States signed, which are bound and since when, and what they declared. It
// is read in the forms of the United Nations Treaty Collection: XML, the text of the web page, or the text of its PDF.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/status/participant_names.h"

namespace treatygraph::ingest {

/// One act of a State or an organisation.
struct ParticipantAct {
  Participant participant;
  std::string action;  ///< "signature", "ratification", "acceptance", ...: the words of type_of_action()
  std::string date;    ///< ISO 8601; may be empty for a withdrawal
};

/// A reservation, declaration or objection.
struct Utterance {
  Participant participant;
  std::string kind;  ///< "reservation", "declaration" or "objection"
  std::string date;  ///< ISO 8601; empty if the page does not say
  std::string text;
};

/// What a page says.
struct StatusPage {
  std::string name;    ///< of the file
  std::string format;  ///< "untc-xml", "untc-text"
  std::string title;   ///< of the treaty
  std::vector<ParticipantAct> acts;
  std::vector<Utterance> utterances;
  std::vector<std::string> warnings;  ///< what was left out, and where it is
  std::string text = {};              ///< from which it was read
};

/// Whether a file that begins with `head` is such a page. The head must be long enough to contain the beginning of the
/// table of participants.
[[nodiscard]] bool is_status_page(std::string_view head);

/// Whether the XML declares ISO 8859-1 or Windows-1252. Its bytes are then not UTF-8.
[[nodiscard]] bool declares_latin_1(std::string_view head);

/// Reads a page. `name` is that of the file. The error says where the XML is malformed, or that there is no table of
/// participants. Rows that cannot be read are left out with a warning.
[[nodiscard]] Result<StatusPage> read_status_page(std::string_view bytes, std::string name);

}  // namespace treatygraph::ingest
