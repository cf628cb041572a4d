// Names of instruments that stand alone, without a provision before them: "under the Vienna Convention on the Law of
// Treaties". Such a name is a mention of the whole instrument. If it could mean several instruments ("the Fourth
// Convention"), it is only kept as a context, to give words such as "thereof" a meaning.

#include "ingest/citation/whole_names.h"

#include "ingest/citation/anchors.h"
#include "ingest/citation/instrument_phrase.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

/// Whether a comma and an article follow a name: "Charter of Lakes, Article 2".
bool is_before_article(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 1 >= tokens.size() || tokens[at].kind != Token::Kind::Comma) return false;
  const auto* head = citation_head(&tokens[at + 1]);
  return head != nullptr && is_unit(head->kind);
}

/// Whether the words just read are separate from the rest of the sentence: followed by a comma, a stop or a bracket.
bool ends_aside(const TokenCursor& cursor) {
  return cursor.at_end() || cursor.is(Token::Kind::Comma) || cursor.is(Token::Kind::Stop) || cursor.is_sign(")");
}

/// "Charter of Lakes, Article 2, applies" cites article 2 of the Charter. Not so in "Under the Charter of Lakes,
/// article 2 applies", where a main clause begins, nor in "Charter of Lakes, Article 2 of this Treaty".
bool read_provisions_after(Reading& reading, Citation& citation) {
  Attempt attempt(reading.cursor);
  auto& cursor = reading.cursor;
  if (!is_before_article(reading.tokens, cursor.at())) return false;
  cursor.step();
  const auto first = cursor.at();
  Citation after;
  after.provisions = read_provisions(cursor);
  if (after.provisions.empty() || !is_unit(after.provisions.front().steps.front().kind)) return false;
  accept_sentence(cursor);
  read_anchors(reading, after);
  reading.end_provision(after);
  read_instrument(reading, after);
  const bool says_more = !after.instrument.empty() || after.of_this_treaty || after.of_instrument_before;
  if (says_more || after.base != Citation::Base::Named || !ends_aside(cursor)) return false;
  citation.provisions = std::move(after.provisions);
  citation.provision_start = reading.tokens[first].start;
  citation.provision_end = after.provision_end;
  citation.is_context = false;
  return attempt.keep(true);
}

/// A name at the cursor, and the words before it, which show whether it begins there.
class WholeInstrument {
 public:
  explicit WholeInstrument(const Reading& reading)
      : reading_(reading),
        at_(reading.cursor.at()),
        mention_(instrument_at(reading.tokens, at_, InstrumentNouns::Treaties, reading.names.words())) {}

  [[nodiscard]] const InstrumentMention& mention() const { return mention_; }
  /// Whether a name of an instrument begins at the cursor and not in the middle of another name.
  [[nodiscard]] bool found() const {
    if (!mention_.found() || ends_in_own_name()) return false;
    const bool stands_alone = is_before_article(reading_.tokens, mention_.last) && begins_in_name();
    return begins_name() || mention_.is_numbered || stands_alone;
  }
  /// "the Convention", which means the treaty itself.
  [[nodiscard]] bool is_own_noun() const {
    return mention_.last == mention_.first + 1 && reading_.names.is_own(mention_.noun);
  }
  /// Whether "the", perhaps with a year, or the name of another instrument precedes.
  [[nodiscard]] bool begins_name() const {
    return at_ > 0 && (token(at_ - 1).says(Say::The) || is_after_year() || follows_another());
  }
  /// "the 1961 Convention on Lakes": the year belongs to the name.
  [[nodiscard]] bool has_year() const { return is_after_year() && mention_.first == at_; }

  /// Whether the name alone identifies a treaty; otherwise it is not a mention, but a possible meaning of "thereof".
  [[nodiscard]] bool says_enough() const {
    constexpr std::size_t kFewestCapitals = 3;
    return mention_.capitals >= kFewestCapitals || mention_.is_numbered || is_well_known() ||
           (mention_.capitals > 1 && follows_another());
  }

 private:
  [[nodiscard]] const Token& token(std::size_t i) const { return reading_.tokens[i]; }
  [[nodiscard]] bool is_after_year() const {
    return at_ > 1 && token(at_ - 1).kind == Token::Kind::Number && token(at_ - 2).says(Say::The);
  }

  /// "the Conference of the Parties to the Convention": a name of something else that ends with the treaty's own noun.
  [[nodiscard]] bool ends_in_own_name() const {
    return !is_own_noun() && token(mention_.last - 1).text == mention_.noun && reading_.names.is_own(mention_.noun) &&
           token(mention_.last - 2).says(Say::The);
  }

  /// "the Charter of Lakes and Convention on Rivers", "... and of the Rivers Convention".
  [[nodiscard]] bool follows_another() const {
    auto before = at_;
    if (before > 0 && token(before - 1).says(Say::The)) --before;
    if (before > 0 && (token(before - 1).says(Say::Of) || token(before - 1).says(Say::In))) --before;
    return before > 0 && token(before - 1).says(Say::And) && !reading_.places.empty() &&
           reading_.places.back().last == before - 1 && !reading_.citations.back().instrument.empty();
  }

  /// Whether the table of well-known treaties has the name. Names of one word do not count.
  [[nodiscard]] bool is_well_known() const {
    return mention_.last > mention_.first + 1 &&
           WellKnownTreaties::table().find(words_of(reading_.tokens, mention_.first, mention_.last)) != nullptr;
  }

  /// Whether all words before the noun are capitalised: not in "Subject to the Charter of Lakes", where a sentence
  /// begins.
  [[nodiscard]] bool begins_in_name() const {
    for (auto at = mention_.first; at < mention_.last && token(at).text != mention_.noun; ++at) {
      if (!token(at).is_capitalised()) return false;
    }
    return true;
  }

  const Reading& reading_;
  std::size_t at_;
  InstrumentMention mention_;
};

}  // namespace

std::optional<Citation> read_whole_part(Reading& reading) {
  const auto first = reading.cursor.at();
  const auto end = reading.names.part_end(reading.tokens, first);
  if (end == first) return std::nullopt;
  Citation citation;
  citation.instrument = words_of(reading.tokens, first, end);
  citation.is_of_part = true;
  reading.cursor.move_to(end);
  reading.end_provision(citation);
  read_provisions_after(reading, citation);
  return citation;
}

std::optional<Citation> read_whole_instrument(Reading& reading) {
  const WholeInstrument name(reading);
  if (!name.found()) return std::nullopt;
  const auto& mention = name.mention();
  Attempt attempt(reading.cursor);
  Citation citation;
  citation.of_this_treaty = name.is_own_noun();
  citation.is_context = name.is_own_noun() || !name.says_enough();
  const bool has_article = citation.is_context && mention.first > 0 && reading.tokens[mention.first - 1].says(Say::The);
  const auto begin = mention.first - (has_article || name.has_year() ? 1U : 0U);
  citation.instrument = words_of(reading.tokens, begin, mention.last);
  reading.cursor.move_to(mention.last);
  // Without provisions after it, a name needs words before it that begin a name, or a number of its own.
  if (name.is_own_noun() || !read_provisions_after(reading, citation)) {
    if (!name.begins_name() && !mention.is_numbered) return std::nullopt;
    reading.end_provision(citation);
  }
  reading.begins_at = mention.first - (name.has_year() ? 1U : 0U);
  return attempt.keep(std::optional(std::move(citation)));
}

void accept_sentence(TokenCursor& cursor) {
  Attempt attempt(cursor);
  cursor.accept(Token::Kind::Comma);
  if (!cursor.accept(Say::The)) cursor.accept(Say::In);
  cursor.accept(Say::The);
  const bool is_counted_off =
      cursor.is(Say::Last) || (cursor.is(Token::Kind::Word) && cursor.peek()->number_in_words() > 0);
  if (is_counted_off) cursor.step();
  attempt.keep_if(is_counted_off && cursor.accept(Say::Sentence));
}

}  // namespace treatygraph::ingest
