// A section is a sequence of lines: the name of a participant, perhaps a heading ("Reservation:", "Upon signature:", a
// date), then paragraphs. Nothing marks names, so a line is one if it is exactly a known name and begins a paragraph,
// or follows a line that may end one. Lines before the first name are notes of the depositary and are skipped.

#include "ingest/status/status_declarations.h"

#include <algorithm>
#include <optional>
#include <string>

#include <re2/re2.h>

#include "ingest/status/status_table.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Collects the lines of the current utterance, and adds it to the page when the next one begins.
class UtteranceReader {
 public:
  UtteranceReader(std::string_view kind, StatusPage& page) : section_kind_(kind), page_(page) {}

  void read(std::string_view section) {
    for_each_line(section, [&](const LineRange& range) { take(trimmed(section.substr(range.first, range.size()))); });
    end_utterance();
  }

 private:
  void take(std::string_view line) {
    if (line.empty()) {
      is_new_paragraph_ = true;
      return;
    }
    if (is_new_paragraph_ || may_end_here()) {
      if (auto participant = participant_named(noted_name(line).name)) return begin(*participant);
    }
    if (!participant_) return;  // "(Unless otherwise indicated, ...)"
    if (!is_heading(line)) add(line);
  }

  /// Whether a paragraph may end with the last line. If each paragraph is one line, there are no empty lines between
  /// them.
  [[nodiscard]] bool may_end_here() const {
    constexpr std::string_view kEnds = ".!?:)\"'";
    return text_.empty() || kEnds.find(text_.back()) != std::string_view::npos || text_.ends_with("”") ||
           text_.ends_with("’") || text_.ends_with("»");
  }

  /// Begins the utterances of a participant.
  void begin(const Participant& participant) {
    end_utterance();
    participant_ = participant;
    kind_.clear();
    date_ = bound_since();
    is_new_paragraph_ = false;
  }

  /// Whether the line is a heading inside a participant's utterances: "Reservation:", "Upon signature:", "25 October
  /// 2025". If so, begins another utterance with the kind or date that it gives.
  bool is_heading(std::string_view line) {
    static const RE2 names_kind(
        R"((?i)(?:interpretative |general |political )?(declaration|reservation|understanding|statement|communication|notification)s?(?: and (declaration|reservation)s?)?(?: (?:made |in respect of |concerning |with regard to |under |to )[^.]{1,80})?\s?:?)");
    static const RE2 names_act(
        R"((?i)(?:made |confirmed )?(?:upon|on) (signature|ratification|acceptance|approval|accession|succession)[^.]{0,60}:?)");
    static const RE2 names_day(R"((\d{1,2} [A-Z][a-z]+ \d{4})[\d, ]*:?)");
    std::string first;
    std::string second;
    if (RE2::FullMatch(piece(line), names_kind, &first, &second)) {
      end_utterance();
      // "Declarations and reservations": the words of each one decide.
      const bool says_both = !second.empty();
      const bool reserves = first[0] == 'R' || first[0] == 'r';
      kind_ = says_both ? "" : reserves ? "reservation" : "declaration";
      return true;
    }
    if (RE2::FullMatch(piece(line), names_act, &first)) {
      end_utterance();
      const bool signs = first[1] == 'i' || first[1] == 'I';
      date_ = signs ? day_of("signature") : bound_since();
      return true;
    }
    if (RE2::FullMatch(piece(line), names_day, &first) && !iso_date(first).empty()) {
      end_utterance();
      date_ = iso_date(first);
      return true;
    }
    return false;
  }

  void add(std::string_view line) {
    if (!text_.empty()) text_ += is_new_paragraph_ ? "\n\n" : "\n";
    text_ += fold(line);
    is_new_paragraph_ = false;
  }

  void end_utterance() {
    if (participant_ && !text_.empty()) {
      page_.utterances.push_back({*participant_, kind_of_words(), date_, text_});
    }
    text_.clear();
    is_new_paragraph_ = true;
  }

  /// The kind by the section, the heading, or else the words. A State may call a reservation a declaration, so words
  /// such as "does not consider itself bound" decide (VCLT article 2, paragraph 1 (d)).
  [[nodiscard]] std::string kind_of_words() const {
    if (!section_kind_.empty()) return std::string(section_kind_);
    if (!kind_.empty()) return kind_;
    static const RE2 reserves(
        R"((?is)\breserv(?:e|es|ed|ing|ations?)\b|\bnot (?:consider|regard|deem) itself (?:to be )?(?:as )?bound\b)");
    return RE2::PartialMatch(text_, reserves) ? "reservation" : "declaration";
  }

  /// The date of the participant's consent to be bound, or of its signature if there is none.
  [[nodiscard]] std::string bound_since() const {
    const auto found = std::ranges::find_if(page_.acts, [&](const ParticipantAct& act) {
      return act.participant.key == participant_->key && act.action != "signature" && act.action != "withdrawal";
    });
    return found != page_.acts.end() ? found->date : day_of("signature");
  }

  /// The date of an act of the participant. Empty if the page does not have it.
  [[nodiscard]] std::string day_of(std::string_view action) const {
    const auto found = std::ranges::find_if(page_.acts, [&](const ParticipantAct& act) {
      return act.participant.key == participant_->key && act.action == action;
    });
    return found != page_.acts.end() ? found->date : std::string();
  }

  std::string_view section_kind_;
  StatusPage& page_;
  std::optional<Participant> participant_;
  std::string kind_;  ///< by its heading
  std::string date_;
  std::string text_;
  bool is_new_paragraph_ = true;
};

}  // namespace

void read_utterances(std::string_view section, std::string_view kind, StatusPage& page) {
  UtteranceReader(kind, page).read(section);
}

}  // namespace treatygraph::ingest
