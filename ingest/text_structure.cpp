#include "ingest/text_structure.h"

#include <optional>
#include <utility>
#include <vector>

#include <re2/re2.h>

#include "ingest/body_reader.h"
#include "ingest/heading_words.h"
#include "ingest/headings.h"
#include "ingest/headings_above.h"
#include "ingest/preamble.h"
#include "ingest/structure_builder.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

class TextReader {
 public:
  TextReader(std::string_view text, const std::vector<Heading>& headings, const WordUse& word_use)
      : text_(text), headings_(headings), word_use_(word_use), builder_(text) {
    for (const auto& heading : headings) has_articles_ |= heading.kind == ProvisionKind::Article;
  }

  Structure read(std::size_t treaty_start, std::size_t treaty_end) {
    const auto first = headings_.empty() ? treaty_end : headings_.front().opens();
    read_preamble(text_, builder_, {treaty_start, first}, !headings_.empty());
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      take(i, i + 1 < headings_.size() ? headings_[i + 1].opens() : treaty_end);
    }
    return builder_.finish(treaty_end);
  }

 private:
  struct Open {
    std::size_t provision;
    bool is_nested;
  };

  /// Where the signatures are announced, which no article says.
  [[nodiscard]] std::size_t before_testimonium(std::size_t first, std::size_t last) const {
    static const RE2 testimonium(
        R"((\b(?:I[Nn] (?i:witness|faith|testimony) (?i:whereof|thereof)|(?:DONE|Done) (?i:at|in|on|this))\b))");
    re2::StringPiece found;
    if (!RE2::PartialMatch(re2::StringPiece(text_.data() + first, last - first), testimonium, &found)) return last;
    return static_cast<std::size_t>(found.data() - text_.data());
  }

  void take(std::size_t i, std::size_t end) {
    const auto& heading = headings_[i];
    close_for(heading);
    const auto words = heading.given ? *heading.given : heading_words(text_, heading, end, word_use_);
    const auto parent = open_.empty() ? kNone : open_.back().provision;
    const auto provision = builder_.open(parent, heading.kind, heading.num, heading.start, words.body);
    builder_.at(provision).heading = words.words;
    builder_.at(provision).heading_start = heading.after;
    open_.push_back({provision, heading.is_nested});
    if (!has_body(i)) return;
    const auto body_end = before_testimonium(words.body, end);
    BodyReader(text_, builder_, provision).read(words.body, body_end);
    if (body_end < end) builder_.close(provision, body_end);
  }

  /// Articles have; and so has the innermost division where no articles divide what it says, as in many an annex.
  [[nodiscard]] bool has_body(std::size_t i) {
    const auto kind = headings_[i].kind;
    if (kind == ProvisionKind::Article) return true;
    const bool is_innermost = i + 1 == headings_.size() || headings_[i + 1].kind <= kind;
    const bool is_annexed = builder_.at(open_.front().provision).kind == ProvisionKind::Annex;
    return is_innermost && (is_annexed || !has_articles_);
  }

  /// A heading ends everything down to the one of its own kind; an annex ends all, an appendix all but its annex.
  void close_for(const Heading& heading) {
    const auto kind_at = [&](std::size_t i) { return builder_.at(open_[i].provision).kind; };
    std::size_t keep = 0;
    if (heading.kind == ProvisionKind::Annex) {
      const bool stays_in_annex =
          heading.is_nested && !open_.empty() && kind_at(0) == ProvisionKind::Annex && !open_.front().is_nested;
      keep = stays_in_annex ? 1 : 0;
    } else {
      while (keep < open_.size() && kind_at(keep) != heading.kind && kind_at(keep) != ProvisionKind::Article) ++keep;
    }
    if (keep >= open_.size()) return;
    builder_.close(open_[keep].provision, heading.opens());
    open_.resize(keep);
  }

  std::string_view text_;
  const std::vector<Heading>& headings_;
  const WordUse& word_use_;
  StructureBuilder builder_;
  bool has_articles_ = false;
  std::vector<Open> open_;  ///< divisions and the article that are open, outermost first
};

}  // namespace

Structure read_structure(std::string_view text) {
  auto headings = find_headings(text);
  const WordUse word_use(text);
  read_headings_above(text, headings, word_use);
  return TextReader(text, headings.all, word_use).read(headings.start, headings.end);
}

Structure read_structure(std::string_view text, const std::vector<Heading>& headings) {
  return TextReader(text, headings, WordUse(text)).read(0, text.size());
}

}  // namespace treatygraph::ingest
