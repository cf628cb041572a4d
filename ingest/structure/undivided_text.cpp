#include "ingest/structure/undivided_text.h"

#include <algorithm>

#include <re2/re2.h>

#include "ingest/structure/body_reader.h"
#include "ingest/structure/conclusions.h"
#include "ingest/structure/preamble.h"
#include "ingest/structure/structure_builder.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

re2::StringPiece piece_of(std::string_view text) {
  return {text.data(), text.size()};
}

/// Behind the title: the first block, where it is not all there is.
std::size_t end_of_title(std::string_view text) {
  constexpr std::size_t kLongestTitle = 400;
  const auto block = block_at(text, 0, text.size());
  const bool is_title = block.size() <= kLongestTitle && !trimmed(text.substr(block.last)).empty();
  return is_title ? block_at(text, block.last, text.size()).first : block.first;
}

/// Of an exchange, what the writer says behind the numbered paragraphs is no part of the last of them.
std::size_t end_of_paragraphs(std::string_view text, std::size_t first, std::size_t last) {
  static const RE2 closing(
      R"re((?m)^\s*((?:I (?:have|also have|avail)|If (?:the (?:foregoing|above|present)|these|this|your)|(?:Please )?[Aa]ccept,?\s|The (?:Embassy|Ministry|Department)\b.{0,80}\bavails|In reply|No\. ?(?:2|II)\s*$|\[?II\]?\.?\s*$)))re");
  static const RE2 mark(R"re((?m)^\s*(?:\(?1[.)]|1\s))re");
  re2::StringPiece rest(text.data() + first, last - first);
  if (!RE2::FindAndConsume(&rest, mark)) return last;
  re2::StringPiece found;
  return RE2::PartialMatch(rest, closing, &found) ? static_cast<std::size_t>(found.data() - text.data()) : last;
}

}  // namespace

bool is_instrument(std::string_view text) {
  constexpr std::size_t kHead = 3'000;
  constexpr std::size_t kFewestBytes = 150;
  static const RE2 named(
      R"re((?i)\b(?:agreements?|conventions?|protocols?|treat(?:y|ies)|resolutions?|decisions?|amendments?|exchanges? of (?:notes|letters)|memorand(?:um|a)|arrangements?|recommendations?|declarations?|statutes?|charter|covenant|final act|regulations?|directive|measures?|adjustments?)\b)re");
  static const RE2 speaks(
      R"re((?i)\b(?:shall|part(?:y|ies)|governments?|adopt(?:s|ed|ing)?|decid(?:es?|ed|ing)|recommend(?:s|ed)?|agree[ds]?|amend(?:ed|s|ments?)?|states?|members?)\b)re");
  const auto words = trimmed(text);
  return words.size() >= kFewestBytes && RE2::PartialMatch(piece_of(words.substr(0, kHead)), named) &&
         RE2::PartialMatch(piece_of(words), speaks);
}

Structure read_undivided_text(std::string_view text) {
  StructureBuilder builder(text);
  const auto first = start_of_words(text).value_or(end_of_title(text));
  auto last = text.size();
  const auto testimonium = testimonium_in(text, {first, last});
  const bool has_conclusions = testimonium && *testimonium > first;
  if (has_conclusions) last = *testimonium;
  const auto body = builder.open(kNone, ProvisionKind::Body, "", first, first);
  const WritingHabits habits(text);
  const auto end = end_of_paragraphs(text, first, last);
  BodyReader(text, builder, body, habits).read(first, end);
  if (end < last) builder.close(body + 1, end);
  builder.close(body, last);
  if (has_conclusions) {
    const auto conclusions = builder.open(kNone, ProvisionKind::Conclusions, "", last, last);
    builder.close(conclusions, text.size());
  }
  return builder.finish(text.size());
}

}  // namespace treatygraph::ingest
