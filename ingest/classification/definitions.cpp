#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <unordered_map>

#include <re2/re2.h>

#include "graph/key.h"
#include "ingest/classification/terms.h"
#include "ingest/text/lines.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

// The words between quotation marks of any kind; scanners and typists write “, ", ``, ‘ or «.
constexpr const char* kQuoted =
    R"((?:“|"|‘|''|``|«|„|”)\s*([^“”"«»„\x60]{2,80}?),?\s*(?:”|"|’|''|»|“)(?:\s*\([^()]{0,40}\))?)";
constexpr const char* kVerb =
    R"((?:(?:shall|may)\s+)?(?:also\s+)?(?:means?|mean|includes?|refers?\s+to|is\s+understood|(?:shall\s+)?be\s+understood|is\s+defined|denotes?|signif(?:y|ies)|has\s+the\s+(?:same\s+)?meaning|have\s+the\s+(?:same\s+)?meanings?)\b)";

re2::StringPiece piece(std::string_view text, WordsRange words) {
  return {text.data() + words.first, words.last - words.first};
}

/// What stands between a term and its verb: a second term, an apposition.
std::string quoted_definition() {
  const std::string quoted = kQuoted;
  return "(?is)(?:" + quoted + R"((?:\s*,?\s*(?:or|and|and/or)\s*(?:the\s+terms?\s+)?)" + quoted +
         R"()?)(?:\s*,[^.;:“”"]{0,120}?,|\s+(?:in|as|for|when|with)\b[^.;:,“”"]{0,60}?)?[\s,:]*)" + kVerb;
}

/// "Resources, when recovered from the Area, are referred to as "minerals"."
std::string naming_definition() {
  return R"((?i)\b(?:is|are) (?:referred to|known) as\s+)" + std::string(kQuoted);
}

/// "For the purposes of this article, a serious violation means:"
std::string purpose_definition() {
  return R"((?i)\bfor\s+(?:the\s+)?purposes?\s+of\s+[^.,;:“”"]{1,60},\s+((?:an?\s+|the\s+)?[A-Za-z][A-Za-z '’/-]{1,60}?),?\s+(?:shall\s+)?(?:means?|refers?\s+to)\b)";
}

std::string said_definition() {
  return R"((?i)\bthe\s+(?:term|expression|word)\s+([A-Za-z][A-Za-z '’/-]{1,60}?),?\s+)" + std::string(kVerb);
}

/// Italics and bold type do not survive in a plain text: "customs duty means ..." at the start of a paragraph or line.
std::string bare_definition() {
  return R"((?m)^\s*(?:[Tt]he term )?([A-Za-z][A-Za-z0-9 ,()'’/-]{1,70}?),?:?\s+(?:means|shall mean)\b)";
}

bool may_be_a_term(std::string_view words) {
  static const RE2 no_term(
      R"((?i)(?:.*[,;].*\b(?:which|that|this)\b.*|(?:this|that|these|those|it|such|which|what|other|by|any|all|for|each|in|no|and|or|he|they|where|if|as)\b.*|.*\b(?:shall|may|by|all|other|is|are|to|for purposes)))");
  return words.size() > 1 && !RE2::FullMatch(re2::StringPiece(words.data(), words.size()), no_term);
}

std::string cleaned(std::string_view words) {
  static const RE2 article(R"(^(?:[Tt]he (?:term |expression )?|[Aa]n? )(?:right of )?)");
  auto name = fold(words);
  RE2::Replace(&name, article, "");
  while (!name.empty() && (name.back() == ',' || name.back() == ' ')) name.pop_back();
  return name;
}

class DefinitionReader {
 public:
  DefinitionReader(const Document& document, const OwnWords& own)
      : text_(document.text), structure_(document.structure), own_(own) {}

  std::vector<DefinedTerm> read() {
    for (std::size_t i = 0; i < structure_.size(); ++i) {
      if (structure_[i].kind == ProvisionKind::Preamble || structure_[i].kind == ProvisionKind::Recital) continue;
      for (const auto& words : own_.of(i)) read(i, words);
    }
    return std::move(terms_);
  }

 private:
  void read(std::size_t provision, WordsRange words) {
    static const RE2 any_verb(
        R"((?i)\b(?:means?|includes?|refers? to|understood|defined|denotes?|signif|meanings?|(?:referred to|known) as)\b)");
    if (!RE2::PartialMatch(piece(text_, words), any_verb)) return;
    static const RE2 quoted(quoted_definition());
    static const RE2 said(said_definition());
    static const RE2 bare(bare_definition());
    if (find(provision, words, quoted, "quoted-term", "high")) return;
    if (find(provision, words, said, "the-term", "high")) return;
    static const RE2 naming(naming_definition());
    static const RE2 purpose(purpose_definition());
    if (find(provision, words, naming, "named-as", "high")) return;
    if (find(provision, words, purpose, "for-the-purposes-of", "high")) return;
    if (is_among_definitions(provision) || is_in_heading(provision, words))
      find(provision, words, bare, "bare-term", "medium");
  }

  bool find(std::size_t provision, WordsRange words, const RE2& pattern, std::string_view rule,
            std::string_view confidence) {
    const auto here = piece(text_, words);
    std::array<re2::StringPiece, 3> found;
    const auto groups = pattern.NumberOfCapturingGroups();
    const auto scope = scope_of(provision);
    bool any = false;
    for (std::size_t at = 0; pattern.Match(here, at, here.size(), RE2::UNANCHORED, found.data(), groups + 1);) {
      at = static_cast<std::size_t>(found[0].end() - here.begin());
      const WordsRange quote{words.first + at - found[0].size(), words.first + at};
      for (int group = 1; group <= groups; ++group) {
        const auto& term = found[static_cast<std::size_t>(group)];
        if (term.data() == nullptr || !may_be_a_term({term.data(), term.size()})) continue;
        terms_.push_back({cleaned({term.data(), term.size()}), provision, scope, quote, rule, confidence});
        any = true;
      }
    }
    return any;
  }

  /// "Transit passage means ..." in an article on the right of transit passage.
  [[nodiscard]] bool is_in_heading(std::size_t provision, WordsRange words) const {
    static const RE2 opening(R"((?i)\s*([a-z][a-z '’-]{1,60}?) (?:means|shall mean)\b)");
    auto above = provision;
    while (structure_[above].kind != ProvisionKind::Article && structure_[above].parent != kNone)
      above = structure_[above].parent;
    std::string term;
    auto rest = piece(text_, words);
    if (!RE2::Consume(&rest, opening, &term)) return false;
    return slug_of(structure_[above].heading).find(slug_of(term)) != std::string::npos;
  }

  /// An article on definitions, or one whose words say "for the purposes of".
  [[nodiscard]] bool is_among_definitions(std::size_t provision) {
    static const RE2 heading(R"((?i).*\b(?:definitions?|use of terms|terms used|interpretation|meaning)\b.*)");
    for (auto at = provision; at != kNone; at = structure_[at].parent) {
      if (RE2::FullMatch(structure_[at].heading, heading)) return true;
      if (structure_[at].kind == ProvisionKind::Article) break;
    }
    return purpose_above(provision).has_value();
  }

  /// The kind that "for the purposes of this Chapter" names, in the provision's words or above them.
  [[nodiscard]] std::optional<std::string> purpose_above(std::size_t provision) {
    for (auto at = provision; at != kNone; at = structure_[at].parent) {
      if (const auto& purpose = purpose_of(at); !purpose.empty()) return purpose;
      if (structure_[at].kind == ProvisionKind::Article) break;
    }
    return std::nullopt;
  }

  /// In the provision's own words; kept, because every definition below asks.
  const std::string& purpose_of(std::size_t provision) {
    const auto [known, is_new] = purposes_.try_emplace(provision);
    if (!is_new) return known->second;
    static const RE2 purpose(
        R"((?i)\bfor\s+(?:the\s+)?purposes?\s+of\s+(?:(?:the\s+)?(?:application|implementation)\s+of\s+|applying\s+)?(?:(?:this|the\s+present)\s+([a-z-]+)|(paragraphs?)\s))");
    for (const auto& words : own_.of(provision)) {
      std::string kind, paragraph;
      if (!RE2::PartialMatch(piece(text_, words), purpose, &kind, &paragraph)) continue;
      known->second = kind.empty() ? "article" : kind;
      break;
    }
    return known->second;
  }

  [[nodiscard]] std::size_t scope_of(std::size_t provision) {
    auto kind = purpose_above(provision).value_or("");
    std::ranges::transform(kind, kind.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    if (kind == "paragraph" || kind == "subparagraph") kind = "article";
    if (kind == "appendix" || kind == "protocol") kind = "annex";
    for (auto at = provision; at != kNone; at = structure_[at].parent) {
      if (name_of(structure_[at].kind) == kind || structure_[at].kind == ProvisionKind::Annex) return at;
    }
    return DefinedTerm::kWholeTreaty;
  }

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  std::unordered_map<std::size_t, std::string> purposes_;
  std::vector<DefinedTerm> terms_;
};

}  // namespace

std::vector<DefinedTerm> find_definitions(const Document& document, const OwnWords& own) {
  return DefinitionReader(document, own).read();
}

}  // namespace treatygraph::ingest
