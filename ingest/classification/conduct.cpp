#include "ingest/classification/conduct.h"

#include <algorithm>
#include <string>

#include <re2/re2.h>

#include "ingest/classification/phrase.h"
#include "ingest/classification/phrase_matcher.h"
#include "ingest/structure/words_piece.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

/// Whether the words between the phrase and the list are only qualifiers, such as "when committed intentionally".
bool only_qualifies(std::string_view text, WordsRange words) {
  static const RE2 qualifiers([] {
    std::string any;
    for (const auto qualifier : lead_qualifiers()) any += (any.empty() ? "" : "|") + phrase_pattern(qualifier);
    return R"((?:[\s,:(–-]|)" + any + ")*";
  }());
  return RE2::FullMatch(piece(text, words), qualifiers);
}

/// Whether a point has no conduct of its own and only introduces its parts: "(b) Subject to the basic concepts of its
/// legal system: (i) ..." or "(a) (i) ...".
bool only_leads_on(std::string_view text, const std::vector<WordsRange>& words) {
  static const RE2 leads_on(R"((?is)\W*(?:(?:subject to|without prejudice to|in accordance with)[^:;]*:\s*)?)");
  return words.empty() || RE2::FullMatch(piece(text, words.front()), leads_on);
}

/// Collects conduct from points, going down into those that only lead on.
class Descent {
 public:
  Descent(std::string_view text, const OwnWords& own) : text_(text), own_(own) {}

  void into(std::size_t provision) {
    const auto& words = own_.of(provision);
    const auto& parts = own_.parts_of(provision);
    if (!parts.empty() && only_leads_on(text_, words)) {
      for (const auto part : parts) into(part);
      return;
    }
    const auto sentence = words.empty() ? WordsRange{} : first_sentence(words.front());
    if (sentence.first < sentence.last) found_.push_back({provision, sentence});
  }

  std::vector<Conduct> take() { return std::move(found_); }

 private:
  /// The first sentence of a point. Marks and separators before it are skipped.
  [[nodiscard]] WordsRange first_sentence(WordsRange words) const {
    words.first = std::min(words.last, text_.find_first_not_of(" \n;", words.first));
    return sentence_around(text_, {words.first, words.first}, words);
  }

  std::string_view text_;
  const OwnWords& own_;
  std::vector<Conduct> found_;
};

}  // namespace

std::vector<Conduct> conduct_in_list(std::string_view text, const OwnWords& own, std::size_t provision,
                                     WordsRange stretch, WordsRange lead) {
  if (stretch == own.of(provision).back() && own.parts_of(provision).empty()) return {};
  if (!only_qualifies(text, {lead.last, stretch.last})) return {};
  Descent descent(text, own);
  // A list is below its lead: what is above another stretch of the provision is another list.
  for (const auto part : own.parts_of(provision)) {
    const auto& words = own.of(part);
    if (words.empty() || words.front().first >= stretch.last) descent.into(part);
  }
  return descent.take();
}

std::vector<Conduct> conduct_in_list_above(std::string_view text, const OwnWords& own, std::size_t provision,
                                           WordsRange stretch, WordsRange said) {
  const auto& stretches = own.of(provision);
  const auto here = std::ranges::find(stretches, stretch);
  if (here == stretches.end() || here == stretches.begin()) return {};
  // Skips stretches without words, which lie between a list and the words after it.
  auto at = std::prev(here);
  while (at != stretches.begin() && trimmed(text.substr(at->first, at->last - at->first)).empty()) --at;
  const auto above = *at;
  static const RE2 opens(R"((?is).*\b(?:who|commission of|whoever|by)\b[^.;:]*:\s*)");
  const bool opens_list = RE2::FullMatch(piece(text, above), opens);
  if (!opens_list || !only_qualifies(text, {stretch.first, said.first})) return {};
  Descent descent(text, own);
  for (const auto part : own.parts_of(provision)) {
    const auto& words = own.of(part);
    if (!words.empty() && words.front().first >= above.last && words.front().first < stretch.first) descent.into(part);
  }
  return descent.take();
}

}  // namespace treatygraph::ingest
