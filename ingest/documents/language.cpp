// The text is divided into segments that are just long enough for the detector, cld2. Each segment is English,
// certainly another language, or undetermined. Neighbouring segments that are not English form stretches, and
// undetermined ones between them are included. Since the borders of segments are arbitrary, English paragraphs at the
// ends of a stretch are then given back.
//
// A treaty contains much that confuses a detector: lists of Latin species, tables of tariffs, names. Therefore
// something is only taken for another language if the detector says that it is reliable, the segment has enough
// letters, and the language is not one of those that such text is mistaken for. Segments with enough common English
// words are not given to the detector.

#include "ingest/documents/language.h"

#include <algorithm>
#include <map>
#include <optional>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "graph/ascii.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr std::size_t kShortest = 300;   ///< bytes needed to detect a language
constexpr std::size_t kParagraph = 120;  ///< the same, if an empty line follows
constexpr std::size_t kLongestPiece = 1'200;
constexpr std::size_t kFewestBytes = 40;  ///< of a paragraph that is not a heading

struct Guess {
  CLD2::Language language = CLD2::UNKNOWN_LANGUAGE;
  bool is_sure = false;
};

/// Whether "the", "and" and "of" occur at least once in 90 bytes. Then the detector need not be asked.
bool is_plainly_english(std::string_view words) {
  constexpr std::size_t kBytesForOne = 90;
  std::size_t count = 0;
  for (auto at = words.find(' '); at != std::string_view::npos; at = words.find(' ', at + 1)) {
    const auto next = words.substr(at + 1, 4);
    count += next == "the " || next == "and " || next.starts_with("of ") ? 1U : 0U;
  }
  return count > 0 && count * kBytesForOne >= words.size();
}

/// The detector's answer. It is sure if the detector calls it reliable and 70 % of the text are in that language.
Guess guess(std::string_view words) {
  if (is_plainly_english(words)) return {CLD2::ENGLISH, true};
  constexpr int kMostlyOne = 70;
  CLD2::Language languages[3];
  int percent[3];
  double score[3];
  int letters = 0;
  bool is_reliable = false;
  const CLD2::CLDHints hints{nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  const auto language =
      CLD2::ExtDetectLanguageSummary(words.data(), static_cast<int>(words.size()), /*is_plain_text=*/true, &hints, 0,
                                     languages, percent, score, nullptr, &letters, &is_reliable);
  return {language, is_reliable && percent[0] >= kMostlyOne};
}

/// The code and the name, "French", that the library has for a language.
Language named(CLD2::Language language) {
  if (language == CLD2::UNKNOWN_LANGUAGE) return {};
  auto name = lower_case(CLD2::LanguageName(language));
  if (!name.empty()) name.front() = upper(name.front());
  return {CLD2::LanguageCode(language), name};
}

/// Letters, and bytes of characters beyond ASCII.
std::size_t letters_in(std::string_view words) {
  return static_cast<std::size_t>(std::ranges::count_if(words, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return is_letter(c) || byte >= 0x80;
  }));
}

/// A piece of the text with one answer of the detector.
struct Segment {
  std::size_t first;
  std::size_t last;
  std::size_t letters;
  Guess guess;

  /// Whether the segment is certainly in another language. Latin names of animals and plants are common in annexes, and
  /// tables may look like any language. English is sometimes taken for Scots or Interlingua.
  [[nodiscard]] bool is_other() const {
    constexpr std::size_t kFewestLetters = 100;
    return guess.is_sure && letters >= kFewestLetters && guess.language != CLD2::ENGLISH &&
           guess.language != CLD2::LATIN && guess.language != CLD2::UNKNOWN_LANGUAGE && guess.language != CLD2::SCOTS &&
           guess.language != CLD2::INTERLINGUA;
  }
};

/// Divides a text into segments of whole lines that are long enough to detect a language; a very long line is divided
/// after a space. If the language of a segment is uncertain, it may contain two, so only its first paragraph is taken.
std::vector<Segment> segments_of(std::string_view text) {
  std::vector<Segment> segments;
  for (std::size_t at = 0; at < text.size();) {
    auto end = at;
    const auto tells = [&] { return end - at >= (text.substr(end).starts_with('\n') ? kParagraph : kShortest); };
    while (end < text.size() && !tells()) end = std::min(text.find('\n', end), text.size() - 1) + 1;
    if (end - at > kLongestPiece) {
      end = std::min(text.find(' ', at + kLongestPiece), text.size() - 1) + 1;
      end = std::min(end, std::min(text.find('\n', at + kLongestPiece), text.size() - 1) + 1);
    }
    auto found = guess(text.substr(at, end - at));
    const auto paragraph = text.substr(0, end).find("\n\n", at);
    if (!found.is_sure && paragraph != std::string_view::npos) {  // a language may end there
      end = paragraph + 2;
      found = guess(text.substr(at, end - at));
    }
    segments.push_back({at, end, letters_in(text.substr(at, end - at)), found});
    at = end;
  }
  return segments;
}

/// Collects the stretches that are not English. Up to two undetermined segments between such segments are included.
/// Related languages, such as Spanish and Portuguese, are easily confused, so the whole stretch gets the language of
/// most of its letters.
class Stretches {
 public:
  void add(const Segment& segment) {
    if (segment.is_other()) {
      if (!is_open_) stretches_.push_back({segment.first, segment.last, {}});
      is_open_ = true;
      untold_ = 0;
      stretches_.back().last = segment.last;
      letters_[segment.guess.language] += segment.letters;
    } else if ((segment.guess.language == CLD2::ENGLISH && segment.guess.is_sure) || ++untold_ > kMostUntold) {
      close();
    }
  }

  /// The stretches. Short ones are dropped, since a few names may look like a language, unless they add up to a third
  /// of the text: articles that alternate between two languages are short, and many.
  std::vector<LanguageStretch> take(std::size_t text_bytes) {
    close();
    const auto bytes_of = [](const LanguageStretch& stretch) { return stretch.last - stretch.first; };
    std::size_t short_ones = 0;  // bytes of all short stretches
    for (const auto& stretch : stretches_) short_ones += bytes_of(stretch) < kShortestStretch ? bytes_of(stretch) : 0;
    std::erase_if(stretches_, [&](const LanguageStretch& stretch) {
      return bytes_of(stretch) < kShortestStretch && short_ones * kShareOfShort < text_bytes;
    });
    return std::move(stretches_);
  }

 private:
  static constexpr std::size_t kMostUntold = 2;           // segments
  static constexpr std::size_t kShortestStretch = 1'500;  // bytes
  static constexpr std::size_t kShareOfShort = 3;

  void close() {
    if (is_open_) {
      const auto most = std::ranges::max_element(letters_, {}, [](const auto& entry) { return entry.second; });
      stretches_.back().language = named(most->first);
    }
    is_open_ = false;
    letters_.clear();
  }

  std::vector<LanguageStretch> stretches_;
  std::map<CLD2::Language, std::size_t> letters_;  ///< of the current stretch
  std::size_t untold_ = 0;
  bool is_open_ = false;
};

/// Removes English paragraphs from both ends of a stretch. A segment may begin or end with a few, because it consists
/// of whole lines and not of whole paragraphs.
void leave_english_paragraphs(std::string_view text, LanguageStretch& stretch) {
  constexpr std::size_t kFewParagraphs = 8;
  constexpr std::size_t kWindow = 2 * kLongestPiece;
  const auto is_english = [](std::string_view words) {
    const auto guessed = guess(words);
    return guessed.is_sure && guessed.language == CLD2::ENGLISH;
  };
  auto at = stretch.first;
  for (std::size_t i = 0; i < kFewParagraphs && at < stretch.last; ++i) {
    const auto block = block_at(text, at, stretch.last);
    if (is_english(text.substr(block.first, block.size()))) stretch.first = block.last;
    at = block.last;
  }
  auto last = stretch.last;
  at = std::max(stretch.first, stretch.last > kWindow ? stretch.last - kWindow : 0);
  for (auto block = block_at(text, at, last); block.size() > 0; block = block_at(text, block.last, last)) {
    const bool english = is_english(text.substr(block.first, block.size()));
    if (english && block.first > stretch.first) stretch.last = std::min(stretch.last, block.first);
    if (!english && block.size() > kFewestBytes) stretch.last = last;
  }
}

}  // namespace

std::optional<Language> sure_language(std::string_view words) {
  const auto found = guess(words);
  return found.is_sure ? std::optional(named(found.language)) : std::nullopt;
}

LanguagesOfText languages_of(std::string_view text) {
  constexpr double kOfEnglishText = 0.9;
  LanguagesOfText found{named(CLD2::ENGLISH), 1, {}};
  std::map<CLD2::Language, std::size_t> letters;
  Stretches stretches;
  std::size_t told = 0;
  for (const auto& segment : segments_of(text)) {
    stretches.add(segment);
    const bool is_english = segment.guess.language == CLD2::ENGLISH && segment.guess.is_sure;
    if (!is_english && !segment.is_other()) continue;
    told += segment.letters;
    letters[segment.guess.language] += segment.letters;
  }
  const auto english = letters[CLD2::ENGLISH];
  if (told == english) return found;
  found.english = static_cast<double>(english) / static_cast<double>(told);
  const auto most = std::ranges::max_element(letters, {}, [](const auto& entry) { return entry.second; });
  found.main = named(most->first);
  if (found.english < kOfEnglishText) found.others = stretches.take(text.size());
  for (auto& other : found.others) leave_english_paragraphs(text, other);
  return found;
}

}  // namespace treatygraph::ingest
