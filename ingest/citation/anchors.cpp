// Anchors lead outwards: "point (a) of paragraph 1 of article 5 of Annex II" has three. Each adds its steps before
// those of the citation (put_into), so after the last anchor the steps are in the order of an eId. Some anchors do not
// add steps but say where the steps begin: "of this article", "of the preceding article". An anchor must be coarser
// than what it contains; "of" before anything else begins an instrument or another phrase.

#include "ingest/citation/anchors.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

#include "ingest/citation/cited_number.h"
#include "ingest/citation/pointing.h"

namespace treatygraph::ingest {
namespace {

ProvisionKind outermost(const Citation& citation) {
  return citation.provisions.front().steps.front().kind;
}

/// "paragraph 2", before any words say what it is part of.
bool is_loose_part(const Citation& citation) {
  return citation.base == Citation::Base::Here && !citation.is_anchored;
}

/// "of this article", "of that Chapter".
bool on_demonstrative(Reading& reading, Citation& citation, bool /*of*/) {
  Attempt attempt(reading.cursor);
  const auto found = read_demonstrative(reading);
  if (!found || found->head->is_plural) return false;
  const bool is_coarser = level_of(outermost(citation)) > level_of(found->head->kind);
  if (!is_coarser && !is_component(found->head->kind)) return false;
  citation.base = found->base;
  citation.of_kind = found->head->kind;
  citation.is_anchored = true;
  citation.is_pointed = true;
  return attempt.keep(true);
}

/// "paragraph 10 of the Preamble".
bool on_preamble(Reading& reading, Citation& citation, bool /*of*/) {
  auto& cursor = reading.cursor;
  if (!is_loose_part(citation) || !cursor.is(Say::The) || !cursor.is(Say::Preamble, 1)) return false;
  cursor.step(2);
  for (auto& provision : citation.provisions) provision.steps.front().kind = ProvisionKind::Recital;
  put_into(citation, {provision_of({{ProvisionKind::Preamble, {}}})});
  return true;
}

/// "Section A of its Schedule to Annex III": each Party has its own schedule there.
bool on_own_schedule(Reading& reading, Citation& citation, bool /*of*/) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const bool is_owned = cursor.accept(Say::Its) || (cursor.accept(Say::EachParty) && cursor.accept(Say::PartyOwn));
  const auto* schedule = is_owned ? citation_head(cursor.peek()) : nullptr;
  const bool is_schedule = schedule != nullptr && schedule->kind == ProvisionKind::Schedule;
  if (!is_schedule || !cursor.peek()->is_capitalised() || is_component(outermost(citation))) return false;
  const auto word = word_of(*schedule);
  cursor.step();
  Attempt further(cursor);
  cursor.accept_any({Say::To, Say::In, Say::Of});
  auto outer = read_provisions(cursor);
  if (!further.keep_if(!outer.empty() && is_component(outer.front().steps.front().kind)))
    outer = {provision_of({{ProvisionKind::Schedule, {}}}, word)};
  put_into(citation, outer);
  return attempt.keep(true);
}

/// "point (d) of the first subparagraph": unnumbered subparagraphs are not provisions, so the point is looked up in the
/// paragraph; "point (a) of the second paragraph of article 5".
bool on_ordinal(Reading& reading, Citation& citation, bool /*of*/) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  if (outermost(citation) != ProvisionKind::Point) return false;
  cursor.accept(Say::The);
  const auto number = ordinal_of(cursor.peek());
  if (number.empty()) return false;
  cursor.step();
  const auto* head = citation_head(cursor.peek());
  if (head == nullptr || head->is_plural || !is_inside_unit(head->kind)) return false;
  cursor.step();
  if (head->kind == ProvisionKind::Paragraph) {
    for (auto& provision : citation.provisions)
      provision.steps.insert(provision.steps.begin(), {ProvisionKind::Paragraph, number});
  }
  return attempt.keep(true);
}

/// "paragraph 2 of the preceding article".
bool on_neighbour(Reading& reading, Citation& citation, bool /*of*/) {
  const auto found = is_loose_part(citation) ? read_neighbours(reading) : std::nullopt;
  if (!found) return false;
  citation.base = found->base;
  citation.of_kind = found->kind;
  citation.is_anchored = true;
  return true;
}

/// "paragraph 1 of either Article 7 or Article 10": the second article.
void read_other_of_pair(TokenCursor& cursor, CitedProvisions& pair, ProvisionKind part) {
  Attempt attempt(cursor);
  const bool is_joined = cursor.accept_any({Say::Or, Say::And});
  auto other = is_joined ? read_provisions(cursor, part) : CitedProvisions();
  if (other.empty() || other.front().steps.front().kind != pair.front().steps.front().kind) return;
  std::ranges::move(other, std::back_inserter(pair));
  attempt.keep(true);
}

/// The "the" of "of the Protocol 3".
void accept_article_before_component(TokenCursor& cursor) {
  const auto* head = cursor.is(Say::The) ? citation_head(cursor.peek(1)) : nullptr;
  if (head != nullptr && is_component(head->kind) && !head->is_plural) cursor.step();
}

/// Whether a provision of kind `whole` can contain one of kind `part`. Annexes may contain annexes, points contain
/// points, and in some treaties an article has sections.
bool is_coarser(ProvisionKind whole, ProvisionKind part) {
  const bool is_section = part == ProvisionKind::Section || part == ProvisionKind::Subsection;
  return level_of(whole) < level_of(part) || (is_component(whole) && is_component(part)) ||
         (whole == part && whole == ProvisionKind::Point) || (is_unit(whole) && is_section);
}

/// "of article 5", "to Annex V".
bool on_unit(Reading& reading, Citation& citation, bool of) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const auto part = outermost(citation);
  accept_article_before_component(cursor);
  cursor.accept(Say::BeforeUnit);
  cursor.accept(Say::EachOf);
  const bool is_pair = cursor.accept(Say::Either);
  auto outer = read_provisions(cursor, part);
  if (outer.empty()) return false;
  if (is_pair) read_other_of_pair(cursor, outer, part);
  const auto kind = outer.front().steps.front().kind;
  if (is_component(part) && !is_component(kind)) return attempt.keep(true);  // "Annex 3 to Chapter 3"
  if (!is_coarser(kind, part) || (!of && !is_component(kind) && !is_unit(kind))) return false;
  put_into(citation, outer);
  return attempt.keep(true);
}

/// "paragraph 2 of the Annex", if the treaty has exactly one; not "of the Annex on Fish", which names it.
bool on_only_annex(Reading& reading, Citation& citation, bool /*of*/) {
  auto& cursor = reading.cursor;
  const auto* head = cursor.is(Say::The) ? citation_head(cursor.peek(1)) : nullptr;
  // A protocol has a name of its own and is not "the only annex".
  const bool is_annex = head != nullptr && is_component(head->kind) && !head->is_plural &&
                        (!head->is_common || cursor.peek(1)->is_capitalised()) &&
                        head->kind != ProvisionKind::Protocol && !is_component(outermost(citation));
  if (!is_annex || reading.names.part_end(reading.tokens, cursor.at() + 1) > cursor.at() + 1) return false;
  const auto word = word_of(*head);
  cursor.step(2);
  put_into(citation, {provision_of({{head->kind, {}}}, word)});
  return true;
}

/// One row of the table: the documented production and the function that reads it.
struct Anchor {
  Production production;
  bool (*read)(Reading&, Citation&, bool of) = nullptr;  ///< `of`: preceded by "of", not by "in" or "to"
};
constexpr std::array kAnchors = {
    Anchor{{"of this whole",
            R"(part "of" ( "this" | "that" | "the said" ) kind)",
            {{{"paragraph 2 of that article", "para_2 of that article"},
              {"subparagraph (a) (i) of this paragraph", "point_a__point_i"}}}},
           on_demonstrative},
    Anchor{
        {"of the preamble", "part \"of the Preamble\"", {{{"paragraph 10 of the Preamble", "preamble__recital_10"}}}},
        on_preamble},
    Anchor{{"of a Party's Schedule",
            R"(part "of" ( "its" | "each Party's" ) "Schedule" [ "to" annex ])",
            {{{"Section A of its Schedule to Annex III", "annex_III__sec_A"}}}},
           on_own_schedule},
    Anchor{{"of a part told by its place",
            "point \"of the\" ordinal kind",
            {{{"point (c) of the first subparagraph of Article 5(2)", "art_5__para_2__point_c"},
              {"point (a) of the second paragraph of article 5", "art_5__para_2__point_a"}}}},
           on_ordinal},
    Anchor{{"of a neighbour",
            R"(part "of the" ( "preceding" | "following" ) kind)",
            {{{"paragraph 2 of the preceding article", "para_2 of preceding article 1"}}}},
           on_neighbour},
    Anchor{{"of a unit",
            R"(part ( "of" | "to" | "in" ) [ "each of" | "either" ] unit)",
            {{{"paragraph 1 of articles 5 and 6", "art_5__para_1 art_6__para_1"},
              {"paragraph 1 of either Article 7 or Article 10", "art_7__para_1 art_10__para_1"},
              {"Appendix 2 to Annex I", "annex_I__appendix_2"}}}},
           on_unit},
    Anchor{{"of the only annex",
            "part \"of the\" annex",
            {{{"paragraph 2 of the Annex", "annex__para_2"}, {"Part I of the annex", "annex__part_I"}}}},
           on_only_annex}};

/// "paragraph 2 thereof" is part of the provision cited before; "article 2 thereof" belongs to the instrument named
/// before.
void tie_to_cited_before(Citation& citation) {
  citation.of_instrument_before = citation.base == Citation::Base::Named;
  citation.is_thereof = true;
  if (citation.base == Citation::Base::Here) citation.base = Citation::Base::That;
}

/// "Section 1 of Part I of Annex I of Annex II of ...": a limit against hostile text; no treaty nests that deep.
bool is_too_deep(const Citation& citation) {
  constexpr std::size_t kDeepest = 16;
  return citation.provisions.front().steps.size() > kDeepest;
}

/// A comma may precede "of", but not other prepositions: "article 5, in Annex II" may begin another phrase.
bool read_anchor(Reading& reading, Citation& citation) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const bool comma = cursor.accept(Token::Kind::Comma);
  const bool of = cursor.accept(Say::Of);
  if ((!of && (comma || !cursor.accept(Say::Near))) || is_too_deep(citation)) return false;
  return attempt.keep_if(
      std::ranges::any_of(kAnchors, [&](const Anchor& anchor) { return anchor.read(reading, citation, of); }));
}

}  // namespace

/// Ends at the first phrase that is no anchor. "thereof" ends the chain, because what it means was cited before.
void read_anchors(Reading& reading, Citation& citation) {
  while (true) {
    if (reading.cursor.accept(Say::Hereof)) {
      citation.is_hereof = true;
      continue;
    }
    if (reading.cursor.accept(Say::Thereof)) return tie_to_cited_before(citation);
    if (!read_anchor(reading, citation)) return;
  }
}

std::vector<Production> anchor_productions() {
  std::vector<Production> all;
  for (const auto& anchor : kAnchors) all.push_back(anchor.production);
  return all;
}

}  // namespace treatygraph::ingest
