#include "queries/search/read_words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <optional>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "graph/vocabulary.h"
#include "queries/search/field_index.h"
#include "queries/search/known_words.h"
#include "queries/search/stems.h"
#include "queries/search/thesaurus.h"
#include "queries/search/typed_treaty.h"

namespace treatygraph::queries {
namespace {

constexpr std::size_t kMostWords = 32;
constexpr std::size_t kMostCorrected = 16;
constexpr std::size_t kMostForms = 32;  // of one stem, in a query to the text index
constexpr double kKinWeight = 0.8;
constexpr double kThesaurusWeight = 0.85;
constexpr double kAsideWeight = 0.5;  // of alternatives for words that the data contain
constexpr double kSpellingWeight = 0.9;

struct TypedWord {
  std::string word;      ///< in the form of words_of
  std::string original;  ///< as typed
  bool is_prefix = false;
  std::string phrase;        ///< if quoted; the other members are empty then
  std::string instead = {};  ///< the word that it may be a slip of
  bool is_looked_at = false;
};

/// Words that ask for nodes of a label, and whether they have no other meaning.
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
    {"critiqu", label::kStatement, true},    {"critic", label::kStatement, true},
    {"posit", label::kStatement, true},      {"event", label::kEvent, true},
    {"offenc", label::kOffence, false},      {"safeguard", label::kSafeguard, false},
    {"power", label::kPower, false},         {"term", label::kTerm, false},
    {"organiz", label::kOrganization, true}, {"ngo", label::kOrganization, true},
    {"articulo", label::kArticle, true},     {"artikel", label::kArticle, true},
    {"think", label::kStatement, true},      {"thought", label::kStatement, true},
    {"view", label::kStatement, true},       {"comment", label::kStatement, true},
    {"argu", label::kStatement, true},       {"reaction", label::kStatement, true},
    {"rule", label::kRule, false},           {"regul", label::kRegulation, false},
    {"guidelin", label::kGuideline, false},  {"claus", label::kClause, false},
});

bool is_upper(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](unsigned char c) { return std::isupper(c) != 0 || c == '.'; });
}

/// "U.S." is one word.
std::string without_points(std::string_view chunk) {
  const bool is_abbreviation = chunk.size() > 3 && chunk[1] == '.' && chunk[3] == '.';
  std::string text(chunk);
  if (is_abbreviation) std::erase(text, '.');
  return text;
}

std::vector<TypedWord> typed_words(std::string_view typed) {
  std::vector<TypedWord> words;
  for (std::size_t at = 0; at < typed.size() && words.size() < kMostWords;) {
    if (typed[at] == '"') {
      const auto end = std::min(typed.find('"', at + 1), typed.size());
      const auto phrase = typed.substr(at + 1, end - at - 1);
      if (!words_of(phrase).empty()) words.push_back({{}, {}, false, std::string(phrase)});
      at = end + 1;
      continue;
    }
    const auto end = std::min(typed.find_first_of(" \t\r\n\"", at), typed.size());
    const auto chunk = without_points(typed.substr(at, end - at));
    const bool is_prefix = chunk.size() > 1 && chunk.back() == '*';
    const auto placed = placed_words_of(chunk);
    for (std::size_t i = 0; i < placed.size() && words.size() < kMostWords; ++i) {
      words.push_back({placed[i].word,
                       chunk.substr(placed[i].begin, placed[i].end - placed[i].begin),
                       is_prefix && i + 1 == placed.size(),
                       {}});
    }
    at = std::max(end, at + 1);
  }
  return words;
}

std::string joined(const std::vector<TypedWord>& words, std::size_t first, std::size_t count,
                   std::string_view between) {
  std::string text;
  for (std::size_t i = first; i < first + count; ++i) text.append(i == first ? "" : between).append(words[i].word);
  return text;
}

class WordReader {
 public:
  WordReader(const Graph& graph, std::string_view typed, TreatyNamesIn names)
      : graph_(graph), known_(KnownWords::of(graph)), names_(names), words_(typed_words(typed)) {}

  WordsRead read() {
    for (next_ = 0; next_ < words_.size();) read_word();
    want_something();
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
    read_single(word);
    ++next_;
  }

  [[nodiscard]] static bool is_filler_here(const TypedWord& word) {
    return is_filler(word.word) && !(is_upper(word.original) && word.word.size() > 1);
  }

  void read_phrase(const std::string& phrase) {
    add({"\"" + phrase + "\"", {{stems_of(phrase), phrase, Way::By::Typed, true, 1}}});
    ++next_;
  }

  /// A prefix stands for the known words with it.
  void read_prefix(const std::string& prefix) {
    Sought sought{prefix + "*", {}};
    for (const auto place : known_.beginning(prefix, kMostForms)) {
      const auto& word = known_.all()[place].word;
      sought.ways.push_back({{stem_of(word)}, word, Way::By::Typed, true, 1});
    }
    if (sought.ways.empty()) read_.readings.push_back({sought.typed, WordReading::How::NotFound, {}});
    add(std::move(sought));
    ++next_;
  }

  /// "the Protocol to the Budapest Convention" is an instrument of its own, whatever that one's articles say.
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
      if (is_of_another_instrument()) {
        read_.unknown_names = true;
        return false;
      }
      read_.treaties.insert(read_.treaties.end(), treaties.begin(), treaties.end());
      add_reading(joined_originals(count), WordReading::How::Treaty, short_names(treaties));
      next_ += count;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool may_be_name(std::size_t count) const {
    for (std::size_t i = next_; i < next_ + count; ++i) {
      if (!words_[i].phrase.empty() || words_[i].is_prefix) return false;
    }
    const auto& first = words_[next_];
    if (count > 1) return !is_filler(words_[next_ + count - 1].word) && !is_filler_here(first);
    return is_upper(first.original) || !known_.has_stem(stem_of(first.word)) ||
           graph_.find("treaty:" + first.word).has_value() || Thesaurus::table().find(stem_of(first.word)) != nullptr;
  }

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
      if (entry->kind == Thesaurus::Kind::Name && !is_here(*entry)) {
        read_.unknown_names = true;
        add_reading(joined_originals(count), WordReading::How::NotFound, {});
        next_ += count;
        return true;
      }
      std::vector<std::string> stems;
      for (std::size_t i = next_; i < next_ + count; ++i) {
        if (count == 1 || !is_filler(words_[i].word)) stems.push_back(stem_of(words_[i].word));
      }
      Sought sought{joined(words_, next_, count, " "), {{stems, joined(words_, next_, count, " ")}}};
      add_other_ways(sought, *entry);
      if (count == 1) {
        add_co_operation(sought);
        say_slip_with_the_stem(words_[next_].word);
      }
      add(std::move(sought));
      next_ += count;
      return true;
    }
    return false;
  }

  [[nodiscard]] bool is_here(const Thesaurus::Entry& entry) const {
    return std::ranges::any_of(entry.meant, [&](const std::string& name) {
      return !parties_called(graph_, name).empty() || !treaties_called(graph_, name).empty();
    });
  }

  /// Of a run of words; with those that were slips put right, several that are one matter together.
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
      const bool is_known = known_.has_stem(stem_of(word.word)) || is_filler(word.word);
      if (!word.is_looked_at && !is_known && corrected_ < kMostCorrected) {
        ++corrected_;
        const auto near = known_.nearest(word.word, 1, 1);
        if (!near.empty()) word.instead = near.front();
      }
      word.is_looked_at = true;
      has_some = has_some || !word.instead.empty();
    }
    return has_some;
  }

  void correct_slips(std::size_t count) {
    for (std::size_t i = next_; i < next_ + count; ++i) {
      if (words_[i].instead.empty()) continue;
      add_reading(words_[i].word, WordReading::How::Spelling, {words_[i].instead});
      words_[i].word = words_[i].instead;
    }
  }

  void add_other_ways(Sought& sought, const Thesaurus::Entry& entry) {
    const auto by = entry.kind == Thesaurus::Kind::Field  ? Way::By::Thesaurus
                    : entry.kind == Thesaurus::Kind::Name ? Way::By::Name
                                                          : Way::By::Translation;
    const bool is_written = by == Way::By::Thesaurus && is_in_a_name(sought.ways.front().stems);
    std::vector<std::string> read_as;
    for (const auto& meant : entry.meant) {
      auto stems = stems_of(meant);
      // The first is the nearest.
      constexpr double kLess = 0.03;
      const auto less = kLess * static_cast<double>(std::min<std::size_t>(read_as.size(), 3));
      const auto weight = (is_written ? kAsideWeight : kThesaurusWeight) - less;
      if (stems == sought.ways.front().stems) continue;
      sought.ways.push_back({std::move(stems), meant, by, false, weight});
      read_as.push_back(meant);
    }
    if (read_as.empty()) return;
    const auto how = by == Way::By::Thesaurus ? WordReading::How::Thesaurus
                     : by == Way::By::Name    ? WordReading::How::Name
                                              : WordReading::How::Translation;
    add_reading(sought.typed, how, std::move(read_as));
  }

  /// Whether the query is a provision's heading, or the name of what it makes.
  [[nodiscard]] bool is_in_a_name(const std::vector<std::string>& stems) const {
    const auto& fields = FieldIndex::of(graph_);
    return std::ranges::any_of(fields.with(stems.front()), [&](std::uint32_t text) {
      const auto& one = fields.texts()[text];
      const bool is_of_law = graph_.has_label(one.node, label::kProvision) ||
                             graph_.has_label(one.node, label::kOffence) || graph_.has_label(one.node, label::kPower) ||
                             graph_.has_label(one.node, label::kTerm) || graph_.has_label(one.node, label::kSafeguard);
      return one.field == Field::Name && is_of_law && std::ranges::all_of(stems, [&](const std::string& stem) {
               return std::ranges::binary_search(fields.with(stem), text);
             });
    });
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

  /// "which treaties ..." asks for treaties; "the treaty" says nothing.
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

  /// A word that only affects the order of what others find.
  void add_help(const std::string& word) {
    auto sought = sought_of(word);
    sought.is_wanted = false;
    read_.sought.push_back(std::move(sought));
  }

  /// "cyber crime" is also "cybercrime"; "co-operation" "cooperation".
  bool reads_parted_word() {
    if (next_ + 1 >= words_.size() || !words_[next_ + 1].phrase.empty() || words_[next_ + 1].is_prefix) return false;
    const auto& first = words_[next_].word;
    const auto& second = words_[next_ + 1].word;
    const auto together = stem_of(first + second);
    const bool is_word = first.size() > 1 && second.size() > 2 && known_.has_stem(together);
    if (!is_word) return false;
    Sought sought{first + " " + second,
                  {{{together}, first + second}, {{stem_of(first), stem_of(second)}, first + " " + second}}};
    if (const auto* const entry = Thesaurus::table().find(together)) add_other_ways(sought, *entry);
    add(std::move(sought));
    next_ += 2;
    return true;
  }

  Sought sought_of(const std::string& word) const {
    Sought sought{word, {{{stem_of(word)}, word}}};
    add_co_operation(sought);
    sought.rarity = rarity_of(sought);
    return sought;
  }

  /// Older treaties write "co-operation".
  static void add_co_operation(Sought& sought) {
    const auto word = sought.ways.front().words;
    if (!word.starts_with("cooper") && !word.starts_with("coordin")) return;
    const auto rest = word.substr(2);
    sought.ways.push_back({{"co", stem_of(rest)}, "co " + rest});
  }

  void read_single(const TypedWord& typed) {
    const auto& word = typed.word;
    const bool is_acronym = word.size() > 2 && is_upper(typed.original) && parties_called(graph_, word).empty();
    read_.unknown_names = read_.unknown_names || is_acronym;
    if (known_.has_stem(stem_of(word))) {
      auto sought = sought_of(word);
      if (known_.find(word) == nullptr) say_other_form(word);
      add_common_spelling(sought);
      return add(std::move(sought));
    }
    if (auto found = read_as_slip(word, 1)) return add(std::move(*found));
    if (auto found = read_as_kin(word)) return add(std::move(*found));
    if (auto found = read_as_two(word)) return add(std::move(*found));
    if (auto found = read_as_slip(word, 2)) return add(std::move(*found));
    add_reading(word, WordReading::How::NotFound, {});  // other terms are searched without it
  }

  /// "emergancy" has the stem of what it is a slip for.
  void say_slip_with_the_stem(const std::string& word) {
    const auto& typed = Thesaurus::table().typed_words();
    const bool is_word = known_.find(word) != nullptr || std::ranges::find(typed, word) != typed.end();
    if (!is_word && known_.has_stem(stem_of(word))) say_other_form(word);
  }

  /// "safeguard" if only "safeguards" occurs, and "surveilance", which has the same stem as its correction.
  void say_other_form(const std::string& word) {
    const auto& forms = known_.of_stem(stem_of(word));
    const auto most = std::ranges::max(forms, {}, [&](std::uint32_t place) { return known_.all()[place].nodes; });
    add_reading(word, WordReading::How::Kin, {known_.all()[most].word});
  }

  /// A rare word may be an error in the texts, or in the query, so the common word is searched as well.
  void add_common_spelling(Sought& sought) {
    constexpr std::size_t kRare = 3;
    constexpr std::size_t kOften = 30;
    const auto& word = sought.ways.front().words;
    if (known_.nodes_of_stem(stem_of(word)) > kRare || word.size() < 6 || corrected_ >= kMostCorrected) return;
    ++corrected_;
    const auto near = known_.nearest(word, 1);
    if (near.empty() || known_.nodes_of_stem(stem_of(near.front())) < kOften * kRare) return;
    if (stem_of(near.front()) == stem_of(word) || slips_between(word, near.front(), 1) > 1) return;
    sought.ways.push_back({{stem_of(near.front())}, near.front(), Way::By::Spelling, false, kThesaurusWeight});
    add_reading(word, WordReading::How::RareSpelling, near);
  }

  /// "interceptor" is related to "interception": one stem is a prefix of the other.
  std::optional<Sought> read_as_kin(const std::string& word) {
    constexpr std::size_t kShortestRoot = 5;
    constexpr std::size_t kLongestEnding = 5;
    const auto stem = stem_of(word);
    for (std::size_t cut = 0; cut <= kLongestEnding && stem.size() >= kShortestRoot + cut; ++cut) {
      const auto root = stem.substr(0, stem.size() - cut);
      const auto places = known_.beginning(root, 1);
      if (places.empty()) continue;
      const auto& kin = known_.all()[places.front()].word;
      const auto kin_stem = stem_of(kin);
      const bool is_near = kin_stem.size() <= root.size() + 3 && kin.size() <= word.size() + kLongestEnding;
      const bool is_ending = cut <= 3 || kin_stem == root;
      // A correction differs from an ending in what directly follows.
      if (!is_near || !is_ending || slips_between(word, kin, 2) <= 2) continue;
      add_reading(word, WordReading::How::Kin, {kin});
      return Sought{word, {{{kin_stem}, kin, Way::By::Kin, false, kKinWeight}}};
    }
    return std::nullopt;
  }

  std::optional<Sought> read_as_slip(const std::string& word, std::size_t slips) {
    if (corrected_ >= kMostCorrected) return std::nullopt;
    ++corrected_;
    constexpr std::size_t kMostMeant = 3;
    const auto near = known_.nearest(word, kMostMeant, slips);
    if (near.empty()) return std::nullopt;
    Sought sought{word, {}};
    std::vector<std::string> read_as;
    for (const auto& meant : near) {
      const auto stem = stem_of(meant);
      const bool is_new = std::ranges::none_of(sought.ways, [&](const Way& way) { return way.stems.front() == stem; });
      if (!is_new) continue;
      read_as.push_back(meant);
      sought.ways.push_back({{stem}, meant, Way::By::Spelling, false, kSpellingWeight});
    }
    add_reading(word, WordReading::How::Spelling, read_as);
    for (const auto& meant : read_as) {
      if (const auto* const entry = Thesaurus::table().find(stem_of(meant))) add_other_ways(sought, *entry);
    }
    return sought;
  }

  /// "searchwarrant".
  std::optional<Sought> read_as_two(const std::string& word) {
    constexpr std::size_t kShortest = 4;
    for (auto at = kShortest; at + kShortest <= word.size(); ++at) {
      const auto first = word.substr(0, at);
      const auto second = word.substr(at);
      if (known_.find(first) == nullptr || known_.find(second) == nullptr) continue;
      add_reading(word, WordReading::How::Spelling, {first + " " + second});
      return Sought{
          word, {{{stem_of(first), stem_of(second)}, first + " " + second, Way::By::Spelling, false, kSpellingWeight}}};
    }
    return std::nullopt;
  }

  void add(Sought sought) {
    sought.rarity = rarity_of(sought);
    read_.sought.push_back(std::move(sought));
  }

  /// By the most frequent wording.
  [[nodiscard]] double rarity_of(const Sought& sought) const {
    std::size_t nodes = 0;
    for (const auto& way : sought.ways) {
      std::size_t of_way = graph_.node_count();
      for (const auto& stem : way.stems) of_way = std::min(of_way, known_.nodes_of_stem(stem));
      if (way.by != Way::By::Kin) nodes = std::max(nodes, of_way);
    }
    return std::log(2.0 + static_cast<double>(graph_.node_count()) / (1.0 + static_cast<double>(nodes)));
  }

  /// If there is nothing else, a word that asks for a label is itself a term.
  void want_something() {
    // "what does the treaty say about" does not ask for statements.
    const bool asks_of_treaty = read_.speaks_of_treaty || !read_.treaties.empty();
    if (asks_of_treaty && !names_a_party()) std::erase(read_.labels, label::kStatement);
    if (read_.sought.size() == 1) read_.labels.clear();
    const bool has_wanted = std::ranges::any_of(read_.sought, &Sought::is_wanted);
    if (has_wanted) return;
    read_.labels.clear();
    for (auto& sought : read_.sought) sought.is_wanted = true;
    if (!read_.sought.empty()) return;
    if (!read_.treaties.empty()) return;
    for (const auto& word : words_) {  // only fillers
      if (word.phrase.empty()) add(sought_of(word.word));
    }
  }

  [[nodiscard]] bool names_a_party() const {
    constexpr std::size_t kLongestName = 8;
    for (std::size_t first = 0; first < words_.size(); ++first) {
      for (std::size_t count = 1; count <= std::min(kLongestName, words_.size() - first); ++count) {
        if (is_party(first, count)) return true;
      }
    }
    return false;
  }

  [[nodiscard]] bool is_party(std::size_t first, std::size_t count) const {
    const auto is_one = [&](const std::string& name) { return !parties_called(graph_, name).empty(); };
    if (count == 1 && is_filler_here(words_[first])) return false;
    if (is_one(joined(words_, first, count, " "))) return true;
    const auto* const entry = Thesaurus::table().find(stems_from(first, count, false));
    return entry != nullptr && entry->kind == Thesaurus::Kind::Name && std::ranges::any_of(entry->meant, is_one);
  }

  void add_reading(std::string typed, WordReading::How how, std::vector<std::string> read_as) {
    read_.readings.push_back({std::move(typed), how, std::move(read_as)});
  }

  const Graph& graph_;
  const KnownWords& known_;
  const TreatyNamesIn names_;
  std::vector<TypedWord> words_;
  std::size_t next_ = 0;
  std::size_t corrected_ = 0;
  WordsRead read_;
};

constexpr std::array<std::string_view, 8> kHows = {"not_found", "spelling",    "spelling", "kin",
                                                   "thesaurus", "translation", "name",     "treaty"};

}  // namespace

WordsRead read_words(const Graph& graph, std::string_view typed, TreatyNamesIn names) {
  return WordReader(graph, typed, names).read();
}

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

std::string_view name_of(WordReading::How how) {
  return kHows[static_cast<std::size_t>(how)];
}

std::string sentence_of(const WordReading& reading) {
  const auto others = fmt::format("‘{}’", fmt::join(reading.read_as, "’, ‘"));
  switch (reading.how) {
    case WordReading::How::NotFound:
      return fmt::format("‘{}’ was not found", reading.typed);
    case WordReading::How::Spelling:
    case WordReading::How::Kin:
      return fmt::format("no ‘{}’; shown for {}", reading.typed, others);
    case WordReading::How::Treaty:
      return fmt::format("‘{}’ was read as the treaty {}", reading.typed, others);
    case WordReading::How::Translation:
      return fmt::format("‘{}’ was read as {}", reading.typed, others);
    case WordReading::How::RareSpelling:
    case WordReading::How::Thesaurus:
    case WordReading::How::Name:
      break;
  }
  return fmt::format("‘{}’ was also looked for as {}", reading.typed, others);
}

}  // namespace treatygraph::queries
