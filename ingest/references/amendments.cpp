// Three signs show that words amend another instrument: quotation marks around new text, an announcement such as "The
// Convention is amended as follows:" with the provisions below it, and the title of the document. The first two are
// found once, as ranges of bytes; whether a single sentence amends is decided for each citation (is_changed).

#include "ingest/references/amendments.h"

#include <algorithm>

#include <re2/re2.h>

#include "graph/ascii.h"
#include "ingest/citation/citation.h"
#include "ingest/structure/quoted_amendments.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// Bytes that are searched for the beginning of a sentence.
constexpr std::size_t kLongestSentence = 400;

/// The last instrument named in the words; "the Convention" for "The Convention". In an announcement it is the one to
/// be amended.
std::string last_instrument(std::string_view text, std::size_t first, std::size_t last, const InstrumentNames& names) {
  std::string instrument;
  for (auto& citation : find_citations(text, first, last, names)) {
    if (!citation.instrument.empty()) instrument = std::move(citation.instrument);
  }
  if (instrument.starts_with("The ")) instrument.front() = 't';
  return instrument;
}

/// "the Convention on Ponds" for "Protocol amending the Convention on Ponds" and "Amendments to the Convention on
/// Ponds".
std::string amended_by_title(std::string_view title) {
  static const RE2 amends(
      R"re((?i)\b(?:amending|amendments?\b.{0,40}? (?:to|of)|(?:to|for the) amend(?:ment of)?|revising|modifying) the (.+)$)re");
  std::string name;
  return RE2::PartialMatch(piece(title), amends, &name) ? "the " + name : std::string();
}

/// Whether the line that begins at the byte contains only blanks.
bool is_empty_line(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
  return at < text.size() && text[at] == '\n';
}

/// The beginning of the sentence that contains the byte: after the last stop, colon or empty line.
std::size_t sentence_start(std::string_view text, std::size_t at) {
  const auto reach = at - std::min(at, kLongestSentence);
  for (auto i = at; i > reach; --i) {
    const char c = text[i - 1];
    const bool is_stop = (c == '.' || c == ';' || c == ':') && i < text.size() && is_space(text[i]);
    if (is_stop || (c == '\n' && is_empty_line(text, i))) return i;
  }
  return reach;
}

}  // namespace

Amendments::Amendments(const Document& document, const InstrumentNames& names)
    : text_(document.text), quoted_(quoted_amendments(document.text)), of_title_(amended_by_title(document.title)) {
  find_single_quotes();
  find_scopes(document, names);
}

/// The European Union puts new text between ‘ and ’: the first ’ at the end of a line closes it, ignoring a stop.
void Amendments::find_single_quotes() {
  static const RE2 announces(R"re((?is)\b(?:replaced|inserted|added|substituted|amended|reads?)\b[^.:]*:\s*$)re");
  constexpr std::string_view kOpening = "‘";
  constexpr std::string_view kClosing = "’";
  for (auto first = text_.find(kOpening); first != std::string_view::npos; first = text_.find(kOpening, first + 1)) {
    const auto before = text_.substr(first - std::min(first, kLongestSentence), std::min(first, kLongestSentence));
    if (!trimmed(before).ends_with(':') || !RE2::PartialMatch(piece(before), announces)) continue;
    // An apostrophe within the new text is the same character, so a closing mark must be at the end of its line.
    for (auto at = text_.find(kClosing, first); at != std::string_view::npos; at = text_.find(kClosing, at + 1)) {
      auto end = at + kClosing.size();
      while (end < text_.size() && std::string_view(";.,").find(text_[end]) != std::string_view::npos) ++end;
      while (end < text_.size() && (text_[end] == ' ' || text_[end] == '\t')) ++end;
      if (end < text_.size() && text_[end] != '\n') continue;
      quoted_.push_back({first, at + kClosing.size()});
      first = at;
      break;
    }
  }
  std::ranges::sort(quoted_, {}, &LineRange::first);
}

/// A scope reaches from the words that announce the amendments to the end of the provision that contains them. The
/// innermost such provision counts, because it comes last in the structure.
void Amendments::find_scopes(const Document& document, const InstrumentNames& names) {
  static const RE2 announces(
      R"re((?is)\b(?:(?:is|are|shall(?: [^.:;]{1,40}?)? be)(?: hereby)? amended(?: and supplemented)?(?: as follows| in the following manner)?|(?:amendments?|modifications?) (?:are|is|shall be) (?:hereby )?(?:made|adopted|introduced)[^.:;]*|(?:agreed|resolved|decide[sd]?) to amend [^.:;]*)\s*$)re");
  for (auto colon = text_.find(':'); colon != std::string_view::npos; colon = text_.find(':', colon + 1)) {
    const auto first = sentence_start(text_, colon);
    const auto sentence = text_.substr(first, colon - first);
    if (sentence.find("amend") == std::string_view::npos && sentence.find("modif") == std::string_view::npos) continue;
    if (!RE2::PartialMatch(piece(sentence), announces)) continue;
    auto instrument = last_instrument(text_, first, colon, names);
    if (instrument.empty()) continue;
    std::size_t last = text_.size();
    for (const auto& provision : document.structure) {
      if (provision.start <= colon && colon < provision.end && provision.kind != ProvisionKind::Preamble)
        last = provision.end;
    }
    scopes_.push_back({colon + 1, last, std::move(instrument)});
  }
}

bool Amendments::is_quoted(std::size_t at) const {
  return ingest::is_quoted(quoted_, at);
}

/// Four patterns: a verb of change after the citation; "becomes" after or before it, which renumbers; and "In article
/// 5, the words ... are deleted", with a preposition before and the verb later in the sentence.
bool Amendments::is_changed(std::size_t first, std::size_t last) const {
  static const RE2 following(
      R"re((?is)^[^.;:]{0,160}?\b(?:is|are|shall be|be|hereby)(?: hereby)? (?:deleted|repealed|renumbered|replaced|substituted|supplemented|amended (?:as follows|to read|by)|modified (?:as follows|to read|by)|inserted|added)\b)re");
  static const RE2 around(
      R"re((?is)^(?:\W|\d|[a-z]\))*(?:in|after|before|at the end of|to|under|immediately after)\b[^.;:]*$)re");
  static const RE2 change(
      R"re((?is)^[^.;:]*\b(?:words?|sentences?|phrases?|following|articles?|paragraphs?|subparagraphs?|points?|annex(?:es)?|figures?)\b[^.;:]*\b(?:is|are|shall be|hereby)(?: hereby)? (?:deleted|repealed|replaced|substituted|inserted|added)\b)re");
  static const RE2 renumbers(R"re((?i)^\s+(?:becomes?|(?:is|are|shall be) renumbered)\b)re");
  static const RE2 renumbered(R"re((?is)\b(?:becomes?|renumbered(?: as| to)?)\s+$)re");
  const auto after = text_.substr(last, kLongestSentence);
  if (RE2::PartialMatch(piece(after), following) || RE2::PartialMatch(piece(after), renumbers)) return true;
  const auto from = sentence_start(text_, first);
  if (RE2::PartialMatch(piece(text_.substr(from, first - from)), renumbered)) return true;
  return RE2::PartialMatch(piece(text_.substr(from, first - from)), around) && RE2::PartialMatch(piece(after), change);
}

bool Amendments::is_in_scope(std::size_t at) const {
  return std::ranges::any_of(scopes_, [at](const Scope& scope) { return scope.first <= at && at < scope.last; });
}

/// Inner scopes come later in the list and count more.
std::string Amendments::instrument_at(std::size_t at) const {
  for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope) {
    if (scope->first <= at && at < scope->last) return scope->instrument;
  }
  return of_title_;
}

}  // namespace treatygraph::ingest
