// Citations are read one by one, but a list says some things only once: "Article 2, Article 3(1) and Annex II to the
// Treaty on Ponds". Four steps (kSharings) distribute these words, in this order, because later steps use the results
// of earlier ones:
// 1. Exceptions inside a list become parts of what the list names: "Articles 1 and 2 (except paragraph 2)".
// 2. Items after such brackets get the article of the items before them.
// 3. Anchors and instruments are passed on from each citation to the one before it in its list. This goes backwards,
//    because the words are at the end of the list.
// 4. Exceptions get the instrument of the list.
// Two citations are in one list if only joining words, or an exception, are between them. A list joined by commas alone
// is doubtful, because commas also separate the parts of a sentence. It shares an instrument only between citations of
// the same kind and the same style of numbers.

#include "ingest/citation/joined_citations.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "ingest/citation/brackets.h"
#include "ingest/citation/main_clause.h"

namespace treatygraph::ingest {
namespace {

/// Words that may accompany an exception or an emphasis: "with the exception of", "and in particular in its".
bool may_stand_in_aside(const Token& token) {
  return token.kind == Token::Kind::Comma || token.says(Say::Aside) || token.says(Say::InAside);
}

/// Words and signs between the items of a list.
bool is_joint(const Token& token) {
  return token.kind == Token::Kind::Comma || token.text == ";" || token.text == "/" || token.says(Say::Joint);
}

bool says_nothing_of_instrument(const Citation& citation) {
  return citation.instrument.empty() && !citation.of_this_treaty && !citation.is_hereof;
}

/// "paragraph 2" that nothing has put into an article yet.
bool is_part_of_anything(const Citation& citation) {
  return citation.base == Citation::Base::Here && !citation.is_anchored && !citation.provisions.empty();
}

ProvisionKind kind_of(const CitedProvision& provision) {
  return provision.steps.back().kind;
}

class ListSharing {
 public:
  ListSharing(const std::vector<Token>& tokens, const std::vector<TokenRange>& places, std::vector<Citation>& citations)
      : tokens_(tokens), places_(places), citations_(citations) {}

  /// Step 1. Also notes the lists that have exceptions, for step 4.
  void anchor_asides() {
    for (std::size_t i = 0; i + 1 < citations_.size(); ++i) {
      if (!is_followed_by_aside(i)) continue;
      lists_with_asides_.push_back(i);
      anchor_aside(citations_[i], citations_[i + 1]);
    }
  }

  /// Step 2.
  void anchor_repeated_heads() {
    for (std::size_t i = 0; i + 1 < citations_.size(); ++i) {
      const auto next = next_in_list(i);
      if (next && goes_on_with_repeated_head(*next)) anchor_aside(citations_[i], citations_[*next]);
    }
  }

  /// Step 3. `ends_in_and` tells for each citation whether an "and" follows later in its list.
  void share_backwards() {
    std::vector<bool> ends_in_and(citations_.size(), false);
    for (auto i = citations_.size() - 1; i-- > 0;) {
      const auto next = next_in_list(i);
      if (!next) continue;
      ends_in_and[i] = ends_in_and[*next] || says_and(i, *next);
      share_anchor(citations_[*next], citations_[i], ends_in_and[i], repeats_preposition(i, *next));
    }
  }

  /// Step 4.
  void tell_asides() {
    for (const auto list : lists_with_asides_) tell_aside(list);
  }

 private:
  /// Whether all of the tokens [first, last), of which there must be one, pass the test.
  template <typename Test>
  [[nodiscard]] bool all_between(std::size_t first, std::size_t last, Test test) const {
    const auto at = [&](std::size_t i) { return tokens_.begin() + static_cast<std::ptrdiff_t>(i); };
    return last > first && std::all_of(at(first), at(last), test);
  }

  /// "Article 39, paragraphs 1 (except point (b)), [paragraphs] 2 and 4": the repeated head has no width.
  [[nodiscard]] bool goes_on_with_repeated_head(std::size_t i) const {
    const auto& head = tokens_[places_[i].first];
    return i > 0 && head.start == head.end && is_part_of_anything(citations_[i]);
  }

  /// One past the citation, with the bracket that follows it: "Articles 1 (except paragraph 2) and 3".
  [[nodiscard]] std::size_t end_with_bracket(std::size_t i) const { return after_bracket(tokens_, places_[i].last); }

  /// The citation that continues the list of this one. Citations in a bracket after this one are skipped.
  [[nodiscard]] std::optional<std::size_t> next_in_list(std::size_t i) const {
    const auto end = end_with_bracket(i);
    auto next = i + 1;
    while (next < places_.size() && places_[next].first < end) ++next;
    if (next == places_.size()) return std::nullopt;
    auto last = places_[next].first;
    if (last > end + 1 && tokens_[last - 1].says(Say::The)) --last;  // "and the Appendix"
    const bool is_joined = all_between(end, last, is_joint) || is_aside_in_commas(i);
    return is_joined && !is_subject(i, next) ? std::optional(next) : std::nullopt;
  }

  /// Whether the words between the two contain "and" or "or".
  [[nodiscard]] bool says_and(std::size_t i, std::size_t next) const {
    const auto is_no_and = [](const Token& token) { return !token.says(Say::And) && !token.says(Say::Or); };
    return !all_between(end_with_bracket(i), places_[next].first, is_no_and) || is_aside_in_commas(i);
  }

  /// "à l'article 3 et à l'article 7 de la Convention": the instrument belongs to the second citation alone, because
  /// the preposition is repeated.
  [[nodiscard]] bool repeats_preposition(std::size_t i, std::size_t next) const {
    const auto is_none = [](const Token& token) { return !token.says(Say::Of) && !token.says(Say::To); };
    return !all_between(end_with_bracket(i), places_[next].first, is_none) && !is_aside_in_commas(i);
  }

  /// "Under Article 9, Article 12 of the Treaty applies": the subject follows the introduction of the sentence.
  [[nodiscard]] bool is_subject(std::size_t i, std::size_t next) const {
    if (places_[next].first != places_[i].last + 1) return false;
    TokenCursor after(tokens_);
    after.move_to(places_[next].last);
    return begins_main_clause(after, places_[i].last, places_[i].first);
  }

  /// "Articles 1 to 5, except Article 3, of the Act", without brackets.
  [[nodiscard]] bool is_aside_in_commas(std::size_t i) const {
    const auto first = places_[i].last;
    const auto last = places_[i + 1].first;
    return all_between(first, last, may_stand_in_aside) &&
           !all_between(first, last, [](const Token& token) { return !token.says(Say::Aside); });
  }

  /// Whether the next citation is excepted from or emphasised in this one: "(except paragraph 2)", "(paragraph 2)".
  [[nodiscard]] bool is_followed_by_aside(std::size_t i) const {
    const auto open = places_[i].last;
    if (is_aside_in_commas(i)) return true;
    if (open >= places_[i + 1].first || !opens_bracket(tokens_[open])) return false;
    return places_[i + 1].first == open + 1 ? is_part_of_anything(citations_[i + 1])
                                            : all_between(open + 1, places_[i + 1].first, may_stand_in_aside);
  }

  /// "Articles 1 and 2 (except paragraph 2)" excepts a paragraph of article 2; "paragraphs 1 to 3 (except paragraph 2)
  /// of Article 4" one of article 4.
  static void anchor_aside(const Citation& list, Citation& aside) {
    if (!is_part_of_anything(aside) || list.provisions.empty()) return;
    auto whole = list.provisions.back();
    // The steps of a range are those of its first provision; the exception is from its last.
    if (!whole.range_end.empty() && !whole.steps.empty()) whole.steps.back().num = whole.range_end;
    while (!whole.steps.empty() && kind_of(whole) >= aside.provisions.front().steps.front().kind)
      whole.steps.pop_back();
    whole.range_end.clear();
    whole.is_open = false;
    if (!whole.steps.empty()) put_into(aside, {whole});
    if (list.base == Citation::Base::Named) return;
    aside.base = list.base;
    aside.of_kind = list.of_kind;
    aside.is_anchored = list.is_anchored;
    aside.is_pointed = list.is_pointed;
  }

  /// The exceptions from a list belong to the list's instrument.
  void tell_aside(std::size_t list) {
    const auto end = end_with_bracket(list);
    for (auto i = list + 1; i < citations_.size(); ++i) {
      auto& aside = citations_[i];
      const bool is_inside = i == list + 1 || places_[i].first < end;
      if (!is_inside || !says_nothing_of_instrument(aside) || aside.base != Citation::Base::Named) return;
      aside.instrument = citations_[list].instrument;
      aside.of_this_treaty = citations_[list].of_this_treaty;
    }
  }

  /// "Article III and Article XX of the General Agreement". In "pursuant to Article 22.5, Articles VII and VIII of the
  /// Treaty shall apply" two numbering styles mean two instruments.
  static bool counts_alike(const Citation& one, const Citation& other) {
    const auto has_digits = [](const Citation& citation) {
      const auto& num = citation.provisions.front().steps.front().num;
      return !num.empty() && num.front() >= '0' && num.front() <= '9';
    };
    return has_digits(one) == has_digits(other);
  }

  /// Gives `to` what `from`, the next in its list, says. With commas only, a list continues only with the same kind:
  /// not "in Chapter 5, Article XX of the General Agreement applies". An instrument that is uncertain is noted in
  /// `instrument_after`.
  static void share_anchor(const Citation& from, Citation& to, bool ends_in_and, bool repeats_preposition) {
    if (from.provisions.empty() || to.provisions.empty()) return;
    if (is_part_of_anything(to) && from.anchor_steps > 0 && from.base == Citation::Base::Named) {
      const auto& steps = from.provisions.front().steps;
      const auto last = steps.begin() + static_cast<std::ptrdiff_t>(from.anchor_steps);
      put_into(to, {provision_of({steps.begin(), last}, from.provisions.front().word)});
    }
    if (repeats_preposition || !says_nothing_of_instrument(to) || to.base != Citation::Base::Named) return;
    const auto kind = [](const Citation& citation) { return citation.provisions.front().steps.front().kind; };
    const bool is_alike = kind(from) == kind(to) && (ends_in_and || counts_alike(from, to));
    if (is_alike || (ends_in_and && is_component(kind(from)))) {
      to.instrument = from.instrument;
      to.instrument_after = from.instrument_after;
    } else if (ends_in_and) {
      to.instrument_after = from.instrument.empty() ? from.instrument_after : from.instrument;
    }
  }

  const std::vector<Token>& tokens_;
  const std::vector<TokenRange>& places_;
  std::vector<Citation>& citations_;
  std::vector<std::size_t> lists_with_asides_;
};

/// One row of the table: the documented production and the step that applies it.
struct Sharing {
  Production production;
  void (ListSharing::*apply)() = nullptr;
};

/// In order of execution.
constexpr std::array kSharings = {
    Sharing{{"part that a list leaves out",
             "list \"(\" \"except\" part \")\"",
             {{{"Articles 1 and 2 (except paragraph 2)", "art_1 art_2; art_2__para_2"},
               {"paragraphs 1 to 3 (other than paragraph 2) of Article 4", "art_4__para_1..3; art_4__para_2"}}}},
            &ListSharing::anchor_asides},
    Sharing{{"list that goes on after brackets",
             "list \"(\" aside \")\" link number",
             {{{"article 39, paragraphs 1 (except point (b)), 2 and 4",
                "art_39__para_1; art_39__para_1__point_b; art_39__para_2 art_39__para_4"}}}},
            &ListSharing::anchor_repeated_heads},
    Sharing{{"what is said once, at the end",
             "list { link list } ( anchor | instrument )",
             {{{"paragraph 1 and paragraph 2 of article 5", "art_5__para_1; art_5__para_2"},
               {"Article 2, Article 3(1) and Annex II to the Treaty on Ponds",
                "art_2 [the Treaty on Ponds]; art_3__para_1 [the Treaty on Ponds]; annex_II [the Treaty on Ponds]"},
               {"Under Article 9, Article 12 of the Treaty on Ponds applies", "art_9; art_12 [the Treaty on Ponds]"}}}},
            &ListSharing::share_backwards},
    Sharing{{"instrument of what is left out",
             "list \"(\" \"except\" list \")\" instrument",
             {{{"Articles 3 to 9 (excluding Articles 5 and 6) of the Treaty on Ponds apply",
                "art_3..9 [the Treaty on Ponds]; art_5 art_6 [the Treaty on Ponds]"}}}},
            &ListSharing::tell_asides}};

}  // namespace

void share_in_lists(const std::vector<Token>& tokens, const std::vector<TokenRange>& places,
                    std::vector<Citation>& citations) {
  if (citations.size() < 2) return;
  ListSharing sharing(tokens, places, citations);  // NOLINT(misc-const-correctness): its members are called by pointer
  for (const auto& step : kSharings) (sharing.*step.apply)();
}

std::vector<Production> sharing_productions() {
  std::vector<Production> all;
  for (const auto& step : kSharings) all.push_back(step.production);
  return all;
}

/// Every part in every whole: "paragraphs 1 and 2 of articles 5 and 6" are four provisions.
void put_into(Citation& citation, const CitedProvisions& outer) {
  CitedProvisions all;
  for (const auto& whole : outer) {
    for (auto part : citation.provisions) {
      part.steps.insert(part.steps.begin(), whole.steps.begin(), whole.steps.end());
      if (!whole.word.empty()) part.word = whole.word;
      part.whole_title = whole.title;
      all.push_back(std::move(part));
    }
  }
  citation.provisions = std::move(all);
  citation.anchor_steps += outer.front().steps.size();
  citation.is_anchored = true;
  if (outer.front().steps.front().kind <= ProvisionKind::Article) citation.base = Citation::Base::Named;
}

}  // namespace treatygraph::ingest
