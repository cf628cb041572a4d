#include "ingest/citation/pointing.h"

namespace treatygraph::ingest {
namespace {

/// Whether the words before a noun point to the citing provision ("this", "the present") or to the one cited before
/// ("that", "the said").
std::optional<Citation::Base> pointing_words(TokenCursor& cursor) {
  if (cursor.accept(Say::This)) return Citation::Base::Here;
  if (cursor.accept(Say::That)) return Citation::Base::That;
  if (!cursor.accept(Say::The)) return std::nullopt;
  if (cursor.accept(Say::Present)) return Citation::Base::Here;
  return cursor.accept(Say::Said) ? std::optional(Citation::Base::That) : std::nullopt;
}

/// "two" in lower case; 0 if there is no number at the cursor.
std::size_t count_word(TokenCursor& cursor) {
  if (!cursor.is(Token::Kind::Word)) return 0;
  const auto value = cursor.peek()->number_in_words();
  if (value == 0 || cursor.peek()->is_capitalised()) return 0;
  cursor.step();
  return static_cast<std::size_t>(value);
}

/// "provisions of this article" are its paragraphs, "provisions of this paragraph" its points. After "the preceding",
/// they are those before the citing one.
std::optional<ProvisionKind> provisions_of_whole(Reading& reading) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const bool says_provisions = cursor.accept(Say::Provisions) && cursor.accept_any({Say::Of, Say::In});
  const auto whole = says_provisions ? read_demonstrative(reading) : std::nullopt;
  if (!whole || whole->base != Citation::Base::Here) return std::nullopt;
  if (is_unit(whole->head->kind)) return attempt.keep(std::optional(ProvisionKind::Paragraph));
  if (whole->head->kind == ProvisionKind::Paragraph) return attempt.keep(std::optional(ProvisionKind::Point));
  return std::nullopt;
}

/// "the following articles of the Act", "the two preceding paragraphs of Article 5": not relative to the citing
/// provision.
bool is_of_another_whole(const Reading& reading) {
  const auto& cursor = reading.cursor;
  if (!cursor.is(Say::Of) || cursor.is_any({Say::This, Say::These, Say::That}, 1)) return false;
  const bool is_definite = cursor.is(Say::The, 1);
  if (is_definite && cursor.is(Say::Present, 2)) return false;
  const std::size_t at = is_definite ? 2 : 1;
  const auto* noun = cursor.peek(at);
  const auto* after = cursor.peek(at + 1);
  const bool names = noun != nullptr && (noun->is_capitalised() || citation_head(noun) != nullptr);
  const bool is_named_further = after != nullptr && (after->is_capitalised() || after->says(Say::NameGoesOn));
  return names && (!reading.names.is_own(noun->text) || is_named_further);
}

/// "précédents", "anteriores", after the noun.
std::optional<Citation::Base> direction_after(TokenCursor& cursor) {
  if (cursor.accept(Say::PrecedingAfterNoun)) return Citation::Base::Preceding;
  return cursor.accept(Say::FollowingAfterNoun) ? std::optional(Citation::Base::Following) : std::nullopt;
}

/// The direction of words such as "the two preceding"; `count` becomes the number among them, or 0.
std::optional<Citation::Base> direction(TokenCursor& cursor, bool is_definite, std::size_t& count) {
  count = count_word(cursor);
  cursor.accept(Say::Immediately);
  std::optional<Citation::Base> base;
  if (cursor.accept(Say::Next) && is_definite) base = Citation::Base::Following;
  if (cursor.accept(Say::Preceding) || (is_definite && cursor.accept(Say::Above))) {
    base = Citation::Base::Preceding;
  } else if (is_definite && cursor.accept(Say::Following)) {
    base = Citation::Base::Following;
  }
  if (count == 0) count = count_word(cursor);
  return base;
}

/// "les deux paragraphes précédents", "el artículo siguiente": in these languages the direction follows the noun.
std::optional<Neighbours> neighbours_before_direction(Attempt& attempt, Reading& reading, bool is_definite,
                                                      std::size_t count) {
  auto& cursor = reading.cursor;
  const bool is_vague = cursor.accept(Say::Provisions);
  const auto* head = is_vague ? nullptr : citation_head(cursor.peek());
  if (!is_definite || (!is_vague && (head == nullptr || head->is_common || is_component(head->kind))))
    return std::nullopt;
  if (!is_vague) cursor.step();
  const auto base = direction_after(cursor);
  if (!base || is_of_another_whole(reading)) return std::nullopt;
  if (is_vague) {
    if (*base != Citation::Base::Preceding) return std::nullopt;
    return attempt.keep(std::optional(Neighbours{*base, ProvisionKind::Paragraph, kAllNeighbours, true}));
  }
  if (count == 0) count = head->is_plural ? kAllNeighbours : 1;
  return attempt.keep(std::optional(Neighbours{*base, head->kind, count}));
}

}  // namespace

/// Only "that" has a plural, "those articles". Everyday words need a capital: "this part of the sea" is no part of a
/// treaty.
std::optional<Demonstrative> read_demonstrative(Reading& reading) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const auto base = pointing_words(cursor);
  const auto* head = base ? citation_head(cursor.peek()) : nullptr;
  if (head == nullptr || (head->is_plural && base != Citation::Base::That)) return std::nullopt;
  const bool is_own = reading.names.is_own(cursor.peek()->text);  // "this Protocol", if the treaty calls itself so
  const bool is_party = base == Citation::Base::That && cursor.peek()->says(Say::PartyNoun);  // "esa Parte"
  if (is_own || is_party || (head->is_common && !cursor.peek()->is_capitalised())) return std::nullopt;
  cursor.step();
  return attempt.keep(std::optional(Demonstrative{*base, head}));
}

/// "the following" before a number, a mark or a colon begins a list of provisions and points to no neighbour.
std::optional<Neighbours> read_neighbours(Reading& reading) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  const bool is_definite = cursor.accept_any({Say::The, Say::All});
  std::size_t count = 0;
  const auto base = direction(cursor, is_definite, count);
  if (!base) return neighbours_before_direction(attempt, reading, is_definite, count);
  if (const auto kind = provisions_of_whole(reading))
    return attempt.keep(std::optional(Neighbours{*base, *kind, kAllNeighbours}));
  const bool is_vague = *base == Citation::Base::Preceding && is_definite && cursor.is(Say::Provisions) &&
                        !cursor.is_any({Say::Of, Say::In}, 1);
  if (is_vague) {
    cursor.step();
    return attempt.keep(std::optional(Neighbours{*base, ProvisionKind::Paragraph, kAllNeighbours, true}));
  }
  const auto* head = citation_head(cursor.peek());
  if (head == nullptr || head->is_common || is_component(head->kind)) return std::nullopt;
  cursor.step();
  const bool goes_on = is_at_number(cursor, *head) || cursor.is(Token::Kind::Mark) || cursor.is_sign(":");
  if (goes_on || is_of_another_whole(reading)) return std::nullopt;
  if (count == 0) count = head->is_plural ? kAllNeighbours : 1;
  return attempt.keep(std::optional(Neighbours{*base, head->kind, count}));
}

}  // namespace treatygraph::ingest
