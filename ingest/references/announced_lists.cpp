#include "ingest/references/announced_lists.h"

#include <re2/re2.h>

namespace treatygraph::ingest {

/// Most sentences announce nothing, so a plain search for a part of the words comes before the patterns. A list ends
/// with its sentence: at a full stop before white space.
std::vector<AnnouncedList> announced_lists(std::string_view text, std::size_t first, std::size_t last,
                                           const ReferencePhrases& phrases) {
  std::vector<AnnouncedList> lists;
  const auto words = text.substr(first, last - first);
  if (words.find(phrases.announcing) == std::string_view::npos) return lists;
  static const RE2 stop(R"re((\.\s))re");
  re2::StringPiece rest(words.data(), words.size());
  re2::StringPiece found;
  while (RE2::FindAndConsume(&rest, phrases.announces_list, &found)) {
    const auto announced = static_cast<std::size_t>(found.data() - text.data());
    const auto begin = announced + found.size();
    re2::StringPiece end;
    const bool ends = RE2::PartialMatch(rest, stop, &end);
    lists.push_back({announced, begin, ends ? static_cast<std::size_t>(end.data() - text.data()) : last});
  }
  return lists;
}

}  // namespace treatygraph::ingest
