// Longer quotes are placed before shorter ones, so "article 24, paragraph 2" is placed before "article 24" can take a
// part of it. Quotes with the same words are placed together: if they are as many as their occurrences, in order;
// otherwise each at the free occurrence nearest to its offset in the document.

#include "queries/treaty/quoted_places.h"

#include <algorithm>
#include <map>

namespace treatygraph::queries {
namespace {

using Places = std::vector<std::size_t>;  // bytes where a quote begins

/// Every byte beyond ASCII counts as a letter, so accented letters do not end a word.
bool is_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') || byte >= 0x80;
}

/// Whether [begin, end) begins and ends at the edge of a word: "article 1" is not in "article 12".
bool are_whole_words(std::string_view words, std::size_t begin, std::size_t end) {
  const bool cut_before = begin > 0 && is_of_word(words[begin - 1]) && is_of_word(words[begin]);
  const bool cut_after = end < words.size() && is_of_word(words[end - 1]) && is_of_word(words[end]);
  return !cut_before && !cut_after;
}

/// Document offsets count characters, places count bytes. Continuation bytes of UTF-8 are not counted.
std::size_t characters_before(std::string_view words, std::size_t byte) {
  return static_cast<std::size_t>(
      std::count_if(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(byte),
                    [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// Places the quotes of one provision.
class Placing {
 public:
  Placing(std::string_view words, const std::vector<Quote>& quotes, std::optional<std::size_t> first_character)
      : words_(words), quotes_(quotes), first_character_(first_character) {}

  std::vector<QuotedPlace> place_all() {
    std::map<std::string_view, std::vector<std::size_t>> by_words;
    for (std::size_t i = 0; i < quotes_.size(); ++i) {
      if (!quotes_[i].words.empty()) by_words[quotes_[i].words].push_back(i);
    }
    std::vector<std::pair<std::string_view, std::vector<std::size_t>>> longest_first(by_words.begin(), by_words.end());
    std::ranges::stable_sort(longest_first, std::ranges::greater{}, [](const auto& same) { return same.first.size(); });
    for (const auto& [quote, which] : longest_first) place(quote, which);
    std::ranges::sort(placed_, {}, &QuotedPlace::begin);
    return std::move(placed_);
  }

 private:
  /// `which`: all quotes of these words.
  void place(std::string_view quote, const std::vector<std::size_t>& which) {
    auto free = free_places(quote);
    std::vector<std::size_t> once;
    std::optional<std::size_t> everywhere;
    for (const auto i : which) {
      if (quotes_[i].everywhere) {
        everywhere = i;
      } else {
        once.push_back(i);
      }
    }
    // Quotes without an offset come first, in the order given.
    std::ranges::stable_sort(once, {}, [&](std::size_t i) { return quotes_[i].document_start; });
    place_once(once, free);
    if (!everywhere) return;
    for (const auto begin : free) take(*everywhere, begin);
  }

  /// Places quotes that each mean one occurrence, and removes the places that they take from `free`.
  void place_once(const std::vector<std::size_t>& once, Places& free) {
    if (once.size() == free.size()) {
      for (std::size_t i = 0; i < once.size(); ++i) take(once[i], free[i]);
      free.clear();
      return;
    }
    for (const auto i : once) {
      if (free.empty()) return;
      const auto chosen = free.size() == 1 ? free.begin() : nearest(i, free);
      if (chosen == free.end()) continue;
      take(i, *chosen);
      free.erase(chosen);
    }
  }

  /// The free place nearest to the quote's offset; end() if an offset is unknown.
  Places::iterator nearest(std::size_t i, Places& free) const {
    const auto start = quotes_[i].document_start;
    if (!start || !first_character_ || *start < *first_character_) return free.end();
    const auto about = *start - *first_character_;
    return std::ranges::min_element(free, {}, [&](std::size_t byte) {
      const auto character = characters_before(words_, byte);
      return character < about ? about - character : character - about;
    });
  }

  /// Occurrences as whole words that no longer quote has taken.
  [[nodiscard]] Places free_places(std::string_view quote) const {
    Places places;
    for (auto at = words_.find(quote); at != std::string_view::npos; at = words_.find(quote, at + quote.size())) {
      if (are_whole_words(words_, at, at + quote.size()) && is_free(at, at + quote.size())) places.push_back(at);
    }
    return places;
  }
  /// Taken places do not overlap, so only the neighbours need to be checked.
  [[nodiscard]] bool is_free(std::size_t begin, std::size_t end) const {
    const auto next = taken_.lower_bound(begin);
    if (next != taken_.end() && next->first < end) return false;
    return next == taken_.begin() || std::prev(next)->second <= begin;
  }
  void take(std::size_t quote, std::size_t begin) {
    const auto end = begin + quotes_[quote].words.size();
    taken_[begin] = end;
    placed_.push_back({quote, begin, end});
  }

  std::string_view words_;
  const std::vector<Quote>& quotes_;
  std::optional<std::size_t> first_character_;
  std::map<std::size_t, std::size_t> taken_;
  std::vector<QuotedPlace> placed_;
};

}  // namespace

std::vector<QuotedPlace> quoted_places(std::string_view words, const std::vector<Quote>& quotes,
                                       std::optional<std::size_t> first_character) {
  return Placing(words, quotes, first_character).place_all();
}

}  // namespace treatygraph::queries
