#pragma once
// Keys: the stable, URL-safe names of nodes, "uncc:art_24__para_2", "state:VNM".

#include <string>
#include <string_view>

#include "graph/result.h"

namespace treatygraph {

/// `namespace:local`. The namespace of a provision is its treaty's slug, with "@version" for a draft ("uncc@2023-06").
struct Key {
  std::string name_space;
  std::string local;

  /// Reads ASCII letters, digits, '-', '_', '.' and '@' on both sides of one ':'. InvalidArgument otherwise; the error
  /// quotes the text and the character that cannot occur.
  [[nodiscard]] static Result<Key> parse(std::string_view text);
  [[nodiscard]] std::string to_string() const { return name_space + ":" + local; }
  bool operator==(const Key&) const = default;
};

/// "treaty:uncc" for "uncc".
[[nodiscard]] std::string treaty_key(std::string_view slug);
/// Makes a local name from words: "Human Rights Watch" -> "human-rights-watch". Lower case ASCII letters and digits,
/// accents dropped, one '-' between words. Empty if the words have no ASCII letter or digit.
[[nodiscard]] std::string slug_of(std::string_view words);

}  // namespace treatygraph
