#pragma once
// Finds the matter of an article on cooperation, by its heading, and whether a sentence is about it: "extradition may
// be refused" in the article on extradition.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/structure/own_text.h"

namespace treatygraph::ingest {

/// The acts that each article is about, as the first six letters of words ("extrad"). They come from its heading or, if
/// it has none, are those named in more than half of its paragraphs. The arguments must outlive it. One thread only.
class ActsOfArticles {
 public:
  ActsOfArticles(std::string_view text, const Structure& structure, const OwnWords& own)
      : text_(text), structure_(&structure), own_(&own) {}

  /// The acts of an article, cached. Empty for Provision::kNoParent.
  [[nodiscard]] const std::vector<std::string>& of(std::size_t article);

 private:
  [[nodiscard]] std::vector<std::string> in_most_paragraphs(std::size_t article) const;

  std::string_view text_;
  const Structure* structure_;
  const OwnWords* own_;
  std::map<std::size_t, std::vector<std::string>> known_;
};

/// The words by which `sentence` makes one of the acts its subject ("mutual assistance shall be ..."), or says that it
/// may be refused ("any refusal of assistance"). `subject` is the beginning of the sentence, up to its verb.
[[nodiscard]] std::optional<WordsRange> speaks_of(std::string_view text, WordsRange sentence, WordsRange subject,
                                                  const std::vector<std::string>& acts);

/// The words "the requesting State Party" and the like, which only occur in cooperation.
[[nodiscard]] std::optional<WordsRange> speaks_of_a_request(std::string_view text, WordsRange sentence);

/// Words about an offence: "that the offence be committed with dishonest intent", "before criminal liability attaches".
[[nodiscard]] std::optional<WordsRange> speaks_of_the_offence(std::string_view text, WordsRange sentence);

/// The words of a duty to do one of the acts: "imposing an obligation to extradite".
[[nodiscard]] std::optional<WordsRange> duty_among(std::string_view text, WordsRange sentence,
                                                   const std::vector<std::string>& acts);

}  // namespace treatygraph::ingest
