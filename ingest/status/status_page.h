#pragma once
// The page that a depositary keeps of a treaty: who signed it, who is bound by it since when, and what they said then.
// As the United Nations Treaty Collection publishes it: its XML, the text of its web page, or the text of its PDF.

#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"
#include "ingest/status/participant_names.h"

namespace treatygraph::ingest {

struct ParticipantAct {
  Participant participant;
  std::string action;  ///< "signature", "ratification", "acceptance", ...: what type_of_action() knows
  std::string date;    ///< ISO 8601; of a withdrawal it may be empty
};

struct Utterance {
  Participant participant;
  std::string kind;  ///< "reservation", "declaration" or "objection"
  std::string date;  ///< ISO 8601; empty where the page does not tell
  std::string text;
};

struct StatusPage {
  std::string name;    ///< of the file
  std::string format;  ///< "untc-xml", "untc-text"
  std::string title;   ///< of the treaty
  std::vector<ParticipantAct> acts;
  std::vector<Utterance> utterances;
  std::vector<std::string> warnings;  ///< what was left out, and where it stands
};

/// Whether a file that begins with `head` is such a page.
[[nodiscard]] bool is_status_page(std::string_view head);

/// Whether XML says that it is not UTF-8 but ISO 8859-1, which its reader knows too.
[[nodiscard]] bool declares_latin_1(std::string_view head);

/// `name` is the file's. The error says where the XML is broken, or that there is no table of participants.
[[nodiscard]] Result<StatusPage> read_status_page(std::string_view bytes, std::string name);

}  // namespace treatygraph::ingest
