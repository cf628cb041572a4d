#pragma once
// What a treaty calls itself, and what it calls others.

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/citation_tokens.h"

namespace treatygraph::ingest {

/// Nouns that name treaties and other instruments: "Convention", "Charter".
[[nodiscard]] bool is_instrument_noun(std::string_view word);

/// Read once from a treaty's whole text.
class InstrumentNames {
 public:
  explicit InstrumentNames(std::string_view text);

  /// Whether "the Convention" means the treaty itself: its own word, and not one that it defines as another's name.
  [[nodiscard]] bool is_own(std::string_view noun) const { return noun == own_ && !defined_.contains(own_); }
  /// The full name that a defined short name stands for; empty where it is none.
  [[nodiscard]] std::string full_name(const std::string& noun) const;

 private:
  std::string own_;  ///< "Agreement", of "this Agreement"
  std::map<std::string, std::string>
      defined_;  ///< "Convention" -> "United Nations Convention on the Law of the Sea ..."
};

/// The name of an instrument among `tokens` from `first` on, article words before it left aside.
struct InstrumentMention {
  std::size_t first = 0;  ///< tokens [first, last)
  std::size_t last = 0;
  std::string noun;  ///< the noun that makes it one
  std::size_t capitals = 0;
  [[nodiscard]] bool found() const { return last > first; }
};
[[nodiscard]] InstrumentMention instrument_at(const std::vector<Token>& tokens, std::size_t first);

}  // namespace treatygraph::ingest
