#include "ingest/citation/list_links.h"

#include <array>

#include "graph/numerals.h"
#include "ingest/citation/brackets.h"
#include "ingest/citation/citation_heads.h"
#include "ingest/citation/cited_number.h"
#include "ingest/citation/provision_item.h"

namespace treatygraph::ingest {
namespace {

/// "to", "through", "up to and including"; not "Articles 2 and 3, up to 90 tonnes".
bool accept_range_words(TokenCursor& cursor, bool after_comma) {
  if (after_comma && !cursor.is(Say::Range)) return false;  // as a single word, not "up to"
  return cursor.accept(Say::Range);
}

/// "et seq.", "ff.", also after a comma.
bool latin_end(TokenCursor& cursor, const CitationHead& /*head*/) {
  Attempt attempt(cursor);
  cursor.accept(Token::Kind::Comma);
  if (!cursor.accept(Say::OpenEndLatin)) return false;
  cursor.accept_sign(".");
  return attempt.keep(true);
}

bool onwards(TokenCursor& cursor, const CitationHead& /*head*/) {
  return cursor.accept(Say::OpenEnd);
}

/// Whether the sentence continues after a list: with a stop, "of" or a verb.
bool may_follow_list(const TokenCursor& cursor) {
  return !cursor.is(Token::Kind::Word) || cursor.is(Say::EndsList);
}

/// "and the following articles", "and following". Without a noun of the same kind, the words after it must end the
/// list: "and the following measures" is something else.
bool following_ones(TokenCursor& cursor, const CitationHead& head) {
  Attempt attempt(cursor);
  if (!cursor.accept(Say::And)) return false;
  const bool those = cursor.accept(Say::Those);
  const bool is_definite = !those && cursor.accept(Say::The);
  if (!cursor.accept(Say::Subsequent)) return false;
  const auto* noun = citation_head(cursor.peek());
  if (noun == nullptr || noun->kind != head.kind) return attempt.keep_if(!is_definite && may_follow_list(cursor));
  cursor.step();
  return attempt.keep_if(!number_of(cursor.peek(), head));
}

/// Represents "f." in the table only. It is read by accept_one_more(), because it gives a range its end.
bool nothing_more(TokenCursor& /*cursor*/, const CitationHead& /*head*/) {
  return false;
}

/// One row of the table: the documented production and the function that reads it.
struct OpenEnd {
  Production production;
  bool (*read)(TokenCursor&, const CitationHead&) = nullptr;
};
constexpr std::array kOpenEnds = {
    OpenEnd{{"and those after, in Latin",
             R"(item [ "," ] ( "et seq." | "ff." ))",
             {{{"Articles 3 et seq. of this Convention", "art_3.. !"}, {"Articles 3 ff. and 12", "art_3.. art_12"}}}},
            latin_end},
    OpenEnd{{"onwards",
             R"(item ( "onwards" | "and those that follow" ))",
             {{{"paragraph 2 onwards of Article 5", "art_5__para_2.."}, {"Articles 3 and onwards", "art_3.."}}}},
            onwards},
    OpenEnd{{"and the following ones",
             R"(item "and" [ "the" | "those" ] "following" [ kind ])",
             {{{"Article 3 and the following articles", "art_3.."},
               {"Articles 3 and following, as", "art_3.."},
               {"Article 3 and the following measures", "art_3"}}}},
            following_ones},
    OpenEnd{{"and the next one",
             "items \"f.\"",
             {{{"Articles 3 f. and 12", "art_3..4 art_12"},
               {"Article 3 f. of this Convention", "art_3..4 !"},
               {"Articles III f. of the Charter", "art_III..IV [the Charter]"}}}},
            nothing_more}};

}  // namespace

/// A dash is a range only without a comma before it.
Link read_link(TokenCursor& cursor) {
  const bool comma = cursor.accept(Token::Kind::Comma);
  if (accept_range_words(cursor, comma)) return Link::To;
  if (!comma && cursor.accept(Token::Kind::Dash)) return Link::To;
  if (cursor.accept_sign("&")) return Link::And;
  if (!cursor.accept_any({Say::And, Say::Or})) return comma ? Link::Comma : Link::None;
  if (cursor.is_sign("/") && cursor.is(Say::Or, 1)) cursor.step(2);  // "and/or"
  return Link::And;
}

bool accept_open_end(TokenCursor& cursor, const CitationHead& head) {
  for (const auto& end : kOpenEnds) {
    if (end.read(cursor, head)) return true;
  }
  return false;
}

/// "f." follows a number: digits or a Roman numeral, whose successor is written in the same way.
void accept_one_more(TokenCursor& cursor, const CitationHead& head, CitedProvision& provision) {
  Attempt attempt(cursor);
  const bool may_have = (head.is_plural || is_unit(head.kind)) && !provision.is_open && provision.range_end.empty();
  if (!may_have || !cursor.accept(Say::OneMore)) return;
  const bool is_abbreviated = cursor.accept_sign(".");
  // An "f" without its stop is only accepted after a plural, at the end of the list.
  const bool ends = is_abbreviated || (head.is_plural && (cursor.at_end() || cursor.is(Token::Kind::Comma) ||
                                                          cursor.is(Say::AfterLetter) || cursor.is(Say::EndsList)));
  const auto& number = provision.steps.back().num;
  const auto digits = digits_value(number);
  const auto roman = digits ? std::nullopt : roman_value(number);
  if (!ends || (!digits && !roman)) return;
  provision.range_end = digits ? std::to_string(*digits + 1) : roman_numeral(*roman + 1);
  provision.may_be_point_f = !head.is_plural;
  attempt.keep(true);
}

void accept_title(TokenCursor& cursor) {
  cursor.move_to(title_end(cursor));
}

void accept_title_before_of(TokenCursor& cursor) {
  Attempt attempt(cursor);
  accept_title(cursor);
  attempt.keep_if(cursor.is(Say::Of));
}

/// A bracket without numbers or head nouns only remarks on the item before it.
void accept_remark(TokenCursor& cursor) {
  const auto end = after_bracket(cursor.tokens(), cursor.at());
  if (end > cursor.at() && !may_cite(cursor.tokens(), cursor.at(), end)) cursor.move_to(end);
}

std::string accept_placed_paragraph(TokenCursor& cursor) {
  Attempt attempt(cursor);
  const bool is_parted = cursor.accept(Token::Kind::Comma);
  cursor.accept(Say::The);
  auto number = ordinal_of(cursor.peek());
  const auto* head = citation_head(cursor.peek(1));
  const bool is_paragraph = head != nullptr && head->kind == ProvisionKind::Paragraph && !head->is_plural;
  if (!is_parted || number.empty() || !is_paragraph || cursor.is(Say::Of, 2)) return {};
  cursor.step(2);
  attempt.keep(true);
  return number;
}

void accept_placed_part(TokenCursor& cursor) {
  Attempt attempt(cursor);
  cursor.accept(Token::Kind::Comma);
  cursor.accept(Say::The);
  const bool is_ordinal =
      cursor.is(Token::Kind::Word) && cursor.is(Say::PlacedPart, 1) && cursor.peek()->number_in_words() > 0;
  if (!is_ordinal) return;
  cursor.step(2);
  attempt.keep(true);
}

std::vector<Production> open_end_productions() {
  std::vector<Production> all;
  for (const auto& end : kOpenEnds) all.push_back(end.production);
  return all;
}

}  // namespace treatygraph::ingest
