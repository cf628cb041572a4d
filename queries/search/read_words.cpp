// Reads the query from left to right. At each position the first reading that fits is taken: a phrase, a prefix, the
// name of a treaty, an entry of the thesaurus (the longest run of words in both cases), a filler, a word that asks for
// a label ("which articles ..."), a word written in two ("cyber crime"), or a single word with its forms and
// corrections (word_ways.h). At the end, want_something() makes sure that a query of helping words alone still searches
// for them.

#include "queries/search/read_words.h"

#include <algorithm>
#include <array>
#include <utility>

#include "graph/vocabulary.h"
#include "queries/search/known_words.h"
#include "queries/search/stems.h"
#include "queries/search/thesaurus.h"
#include "queries/search/typed_treaty.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMostForms = 32;  // of one stem, in a query to the text index

/// Words, by stem, that ask for nodes of a label, and whether they have no other meaning. "safeguard" asks for
/// safeguards but is also what texts speak of.
struct LabelWord {
  std::string_view stem;
  std::string_view label;
  bool says_only_that = false;
};
constexpr auto kLabelWords = std::to_array<LabelWord>({
    {"articl", label::kArticle, true},       {"provis", label::kProvision, true},
    {"paragraph", label::kParagraph, true},  {"statement", label::kStatement, true},
    {"said", label::kStatement, true},       {"say", label::kStatement, true},
    {"opinion", label::kStatement, false},   {"critic", label::kStatement, true},
    {"critiqu", label::kStatement, true},    {"posit", label::kStatement, true},
    {"event", label::kEvent, true},          {"offenc", label::kOffence, false},
    {"safeguard", label::kSafeguard, false}, {"power", label::kPower, false},
    {"term", label::kTerm, false},           {"organiz", label::kOrganization, true},
    {"ngo", label::kOrganization, true},     {"articulo", label::kArticle, true},
    {"artikel", label::kArticle, true},      {"think", label::kStatement, true},
    {"thought", label::kStatement, true},    {"view", label::kStatement, true},
    {"comment", label::kStatement, true},    {"argu", label::kStatement, true},
    {"reaction", label::kStatement, true},   {"rule", label::kRule, false},
    {"regul", label::kRegulation, false},    {"guidelin", label::kGuideline, false},
    {"claus", label::kClause, false},
});

/// Reads one query.
class WordReader {
 public:
  WordReader(const Graph& graph, std::string_view typed, TreatyNamesIn names)
      : graph_(graph), known_(KnownWords::of(graph)), names_(names), words_(typed_words(typed)), ways_(graph) {}

  /// Each reading consumes at least one word.
  WordsRead read() {
    for (next_ = 0; next_ < words_.size();) read_word();
    want_something();
    read_.readings = std::move(ways_.readings());
    read_.unknown_names = ways_.has_unknown_names();
    return std::move(read_);
  }

 private:
  void read_word() {
    const auto& word = words_[next_];
    if (!word.phrase.empty()) return read_phrase(word.phrase);
    if (word.is_prefix) return read_prefix(word.word);
    if (names_ == TreatyNamesIn::Apart && reads_treaty()) return;
    if (reads_thesaurus_words()) return;
    if (is_filler_here(word)) return void(++next_);
    if (reads_label()) return;
    if (reads_parted_word()) return;
    if (auto found = ways_.read(word)) add(std::move(*found));
    ++next_;
  }

  void read_phrase(const std::string& phrase) {
    add({"\"" + phrase + "\"", {{stems_of(phrase), phrase, Way::By::Typed, true, 1}}});
    ++next_;
  }

  /// A prefix means the known words that begin with it.
  void read_prefix(const std::string& prefix) {
    Sought sought{prefix + "*", {}};
    for (const auto place : known_.beginning(prefix, kMostForms)) {
      const auto& word = known_.all()[place].word;
      sought.ways.push_back({{stem_of(word)}, word, Way::By::Typed, true, 1});
    }
    if (sought.ways.empty()) ways_.add_reading(sought.typed, WordReading::How::NotFound, {});
    add(std::move(sought));
    ++next_;
  }

  /// "the Protocol to the Budapest Convention" is another instrument than the Convention, so the name after such a word
  /// is not read as the treaty.
  [[nodiscard]] bool is_of_another_instrument() const {
    constexpr auto kInstruments = std::to_array<std::string_view>(
        {"protocol", "protocols", "protocole", "protocolo", "protokoll", "supplement", "report"});
    auto at = next_;
    while (at > 0 && is_filler(words_[at - 1].word)) --at;
    return at > 0 && at < next_ && std::ranges::find(kInstruments, words_[at - 1].word) != kInstruments.end();
  }

  /// The longest run of words that is a treaty's name, if there are other words as well.
  bool reads_treaty() {
    constexpr std::size_t kLongestName = 8;
    for (auto count = std::min(kLongestName, words_.size() - next_); count > 0; --count) {
      if (!may_be_name(count)) continue;
      auto treaties = treaties_called(graph_, joined(words_, next_, count, " "));
      if (treaties.empty()) continue;
      // The words are then searched as they are.
      if (is_of_another_instrument()) {
        ways_.set_unknown_names();
        return false;
      }
      read_.treaties.insert(read_.treaties.end(), treaties.begin(), treaties.end());
      ways_.add_reading(joined_originals(count), WordReading::How::Treaty, short_names(treaties));
      next_ += count;
      return true;
    }
    return false;
  }

  /// A single word is a name only if it looks like one: in capitals, unknown as an ordinary word, a slug, or in the
  /// thesaurus. Otherwise a treaty with the alias "charter" would take that word out of every query.
  [[nodiscard]] bool may_be_name(std::size_t count) const {
    for (std::size_t i = next_; i < next_ + count; ++i) {
      if (!words_[i].phrase.empty() || words_[i].is_prefix) return false;
    }
    const auto& first = words_[next_];
    if (count > 1) return !is_filler(words_[next_ + count - 1].word) && !is_filler_here(first);
    return is_in_capitals(first.original) || !known_.has_stem(stem_of(first.word)) ||
           graph_.find("treaty:" + first.word).has_value() || Thesaurus::table().find(stem_of(first.word)) != nullptr;
  }

  /// The names of treaties for a note to the reader.
  [[nodiscard]] std::vector<std::string> short_names(const std::vector<NodeId>& treaties) const {
    std::vector<std::string> names;
    for (const auto treaty : treaties) {
      auto name = graph_.string(treaty, "short_title");
      if (name.empty()) name = graph_.string(treaty, property::kTitle);
      names.emplace_back(name.empty() ? graph_.key(treaty) : name);
    }
    return names;
  }

  [[nodiscard]] std::string joined_originals(std::size_t count) const {
    std::string text;
    for (std::size_t i = next_; i < next_ + count; ++i) text += (i == next_ ? "" : " ") + words_[i].original;
    return text;
  }

  /// The longest run of words with a thesaurus entry.
  bool reads_thesaurus_words() {
    for (auto count = std::min(Thesaurus::kMostWords, words_.size() - next_); count > 0; --count) {
      const auto* const entry = thesaurus_entry(count);
      if (entry == nullptr) continue;
      // A name of something that is not loaded is reported; its words would find unrelated provisions.
      if (entry->kind == Thesaurus::Kind::Name && !is_here(*entry)) {
        ways_.set_unknown_names();
        ways_.add_reading(joined_originals(count), WordReading::How::NotFound, {});
        next_ += count;
        return true;
      }
      std::vector<std::string> stems;
      for (std::size_t i = next_; i < next_ + count; ++i) {
        if (count == 1 || !is_filler(words_[i].word)) stems.push_back(stem_of(words_[i].word));
      }
      Sought sought{joined(words_, next_, count, " "), {{stems, joined(words_, next_, count, " ")}}};
      ways_.add_other_ways(sought, *entry);
      if (count == 1) {
        WordWays::add_co_operation(sought);
        ways_.say_slip_with_the_stem(words_[next_].word);
      }
      add(std::move(sought));
      next_ += count;
      return true;
    }
    return false;
  }

  /// Whether a name of the thesaurus means a party or treaty of this graph.
  [[nodiscard]] bool is_here(const Thesaurus::Entry& entry) const {
    return std::ranges::any_of(entry.meant, [&](const std::string& name) {
      return !parties_called(graph_, name).empty() || !treaties_called(graph_, name).empty();
    });
  }

  /// The thesaurus entry of the next `count` words. If they have none, misspelled words are corrected first: several
  /// words that have an entry together confirm the correction.
  [[nodiscard]] const Thesaurus::Entry* thesaurus_entry(std::size_t count) {
    for (std::size_t i = next_; i < next_ + count; ++i) {
      if (!words_[i].phrase.empty() || words_[i].is_prefix) return nullptr;
    }
    if (count == 1 && is_filler_here(words_[next_])) return nullptr;
    const auto* const entry = Thesaurus::table().find(stems_from(next_, count, false));
    if (entry != nullptr || count == 1 || !find_slips(count)) return entry;
    const auto* const corrected = Thesaurus::table().find(stems_from(next_, count, true));
    if (corrected != nullptr) correct_slips(count);
    return corrected;
  }

  /// The stems of some words, as the thesaurus looks them up; with slips corrected on request.
  [[nodiscard]] std::string stems_from(std::size_t first, std::size_t count, bool corrected) const {
    std::string stems;
    for (std::size_t i = first; i < first + count; ++i) {
      const auto& word = corrected && !words_[i].instead.empty() ? words_[i].instead : words_[i].word;
      stems += (stems.empty() ? "" : " ") + stem_of(word);
    }
    return stems;
  }

  /// Whether one of the next words may be a slip of another.
  bool find_slips(std::size_t count) {
    bool has_some = false;
    for (std::size_t i = next_; i < next_ + count; ++i) {
      auto& word = words_[i];
      if (!word.is_looked_at) word.instead = ways_.instead_of(word.word);
      word.is_looked_at = true;
      has_some = has_some || !word.instead.empty();
    }
    return has_some;
  }

  /// Replaces the corrected words, and reports the correction.
  void correct_slips(std::size_t count) {
    for (std::size_t i = next_; i < next_ + count; ++i) {
      if (words_[i].instead.empty()) continue;
      ways_.add_reading(words_[i].word, WordReading::How::Spelling, {words_[i].instead});
      words_[i].word = words_[i].instead;
    }
  }

  /// "which articles ..." asks for articles; "articles" alone is an ordinary word.
  bool reads_label() {
    const auto stem = stem_of(words_[next_].word);
    if (reads_treaties(stem)) return true;
    const auto* const found = std::ranges::find(kLabelWords, std::string_view(stem), &LabelWord::stem);
    if (found == kLabelWords.end()) return false;
    if (graph_.labels().find(found->label)) {
      read_.labels.push_back(found->label);
      read_.asks_for_only_these = read_.asks_for_only_these || found->says_only_that;
    }
    add_help(words_[next_++].word);
    return true;
  }

  /// "which treaties ..." asks for treaties; "the treaty" only says that the question is about one.
  bool reads_treaties(const std::string& stem) {
    if (stem != "treati" && stem != "convent") return false;
    if (words_[next_].word.ends_with("s")) {
      read_.labels.push_back(label::kTreaty);
      read_.asks_for_only_these = true;
    }
    read_.speaks_of_treaty = true;
    add_help(words_[next_++].word);
    return true;
  }

  /// Adds a word that only affects the order of what other words find.
  void add_help(const std::string& word) {
    auto sought = ways_.of(word);
    sought.is_wanted = false;
    read_.sought.push_back(std::move(sought));
  }

  /// Reads two words that the data write as one: "cyber crime" as "cybercrime", "co-operation" as "cooperation". Both
  /// forms are searched.
  bool reads_parted_word() {
    if (next_ + 1 >= words_.size() || !words_[next_ + 1].phrase.empty() || words_[next_ + 1].is_prefix) return false;
    const auto& first = words_[next_].word;
    const auto& second = words_[next_ + 1].word;
    const auto together = stem_of(first + second);
    const bool is_word = first.size() > 1 && second.size() > 2 && known_.has_stem(together);
    if (!is_word) return false;
    Sought sought{first + " " + second,
                  {{{together}, first + second}, {{stem_of(first), stem_of(second)}, first + " " + second}}};
    if (const auto* const entry = Thesaurus::table().find(together)) ways_.add_other_ways(sought, *entry);
    add(std::move(sought));
    next_ += 2;
    return true;
  }

  void add(Sought sought) {
    sought.rarity = ways_.rarity_of(sought);
    read_.sought.push_back(std::move(sought));
  }

  /// Corrects the reading at the end. If there are no other terms, a word that asks for a label is a term itself; if
  /// there are only fillers, they are.
  void want_something() {
    // "what does the treaty say about" does not ask for statements.
    const bool asks_of_treaty = read_.speaks_of_treaty || !read_.treaties.empty();
    if (asks_of_treaty && !names_a_party()) std::erase(read_.labels, label::kStatement);
    // "articles" alone is what is sought, and does not ask for a label.
    if (read_.sought.size() == 1) read_.labels.clear();
    const bool has_wanted = std::ranges::any_of(read_.sought, &Sought::is_wanted);
    if (has_wanted) return;
    read_.labels.clear();
    for (auto& sought : read_.sought) sought.is_wanted = true;
    if (!read_.sought.empty()) return;
    if (!read_.treaties.empty()) return;
    for (const auto& word : words_) {  // only fillers
      if (word.phrase.empty()) add(ways_.of(word.word));
    }
  }

  /// Whether a State or an organisation is named: then "said" asks for its statements, although a treaty is named as
  /// well.
  [[nodiscard]] bool names_a_party() const {
    constexpr std::size_t kLongestName = 8;
    for (std::size_t first = 0; first < words_.size(); ++first) {
      for (std::size_t count = 1; count <= std::min(kLongestName, words_.size() - first); ++count) {
        if (is_party(first, count)) return true;
      }
    }
    return false;
  }

  /// By its own name, or by another name in the thesaurus.
  [[nodiscard]] bool is_party(std::size_t first, std::size_t count) const {
    const auto is_one = [&](const std::string& name) { return !parties_called(graph_, name).empty(); };
    if (count == 1 && is_filler_here(words_[first])) return false;
    if (is_one(joined(words_, first, count, " "))) return true;
    const auto* const entry = Thesaurus::table().find(stems_from(first, count, false));
    return entry != nullptr && entry->kind == Thesaurus::Kind::Name && std::ranges::any_of(entry->meant, is_one);
  }

  const Graph& graph_;
  const KnownWords& known_;
  const TreatyNamesIn names_;
  std::vector<TypedWord> words_;
  std::size_t next_ = 0;
  WordWays ways_;
  WordsRead read_;
};

}  // namespace

WordsRead read_words(const Graph& graph, std::string_view typed, TreatyNamesIn names) {
  return WordReader(graph, typed, names).read();
}

/// The text store matches words and not stems, so a stem becomes all known words that have it.
TextWant text_want_of(const Graph& graph, const Sought& sought) {
  const auto& known = KnownWords::of(graph);
  TextWant want;
  for (const auto& way : sought.ways) {
    if (way.stems.size() > 1 || way.in_a_row) {
      want.push_back({way.words, false});
      continue;
    }
    for (const auto place : known.of_stem(way.stems.front())) {
      const auto& word = known.all()[place];
      if (word.in_texts > 0 && want.size() < kMostForms) want.push_back({word.word, false});
    }
  }
  return want;
}

}  // namespace treatygraph::queries
