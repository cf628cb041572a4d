// The format of thesaurus.txt, line by line: "[section]" sets the kind of what follows, "#" begins a comment, and
// "typed, typed = meant; meant" gives the same meanings to each of the typed wordings. Unknown sections are
// translations.

#include "queries/search/thesaurus.h"

#include <algorithm>

#include "graph/ascii.h"
#include "graph/search_words.h"
#include "queries/search/stems.h"

namespace treatygraph::queries {
namespace {

std::vector<std::string_view> items_of(std::string_view list, char separator) {
  std::vector<std::string_view> items;
  while (!list.empty()) {
    const auto end = std::min(list.find(separator), list.size());
    if (const auto item = trimmed(list.substr(0, end)); !item.empty()) items.push_back(item);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

/// The form of keys in entries_.
std::string joined_stems(std::string_view text) {
  std::string joined;
  for (const auto& stem : stems_of(text)) joined += (joined.empty() ? "" : " ") + stem;
  return joined;
}

Thesaurus::Kind kind_of(std::string_view section) {
  if (section == "[names]") return Thesaurus::Kind::Name;
  return section == "[field]" ? Thesaurus::Kind::Field : Thesaurus::Kind::Translation;
}

}  // namespace

const Thesaurus& Thesaurus::table() {
  static const Thesaurus thesaurus;
  return thesaurus;
}

Thesaurus::Thesaurus() {
  auto kind = Kind::Field;
  for (auto rest = kThesaurusText; !rest.empty();) {
    const auto line = trimmed(rest.substr(0, rest.find('\n')));
    rest.remove_prefix(
        std::min(rest.find('\n') == std::string_view::npos ? rest.size() : rest.find('\n') + 1, rest.size()));
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == '[') {
      kind = kind_of(line);
    } else {
      read_line(line, kind);
    }
  }
}

/// Several lines may have the same typed words; their meanings are joined in order.
void Thesaurus::read_line(std::string_view line, Kind kind) {
  const auto equals = line.find('=');
  if (equals == std::string_view::npos) return;
  const auto meant = items_of(line.substr(equals + 1), ';');
  for (const auto typed : items_of(line.substr(0, equals), ',')) {
    auto& entry = entries_.try_emplace(joined_stems(typed), Entry{kind, {}}).first->second;
    for (const auto words : meant) {
      if (std::ranges::find(entry.meant, words) == entry.meant.end()) entry.meant.emplace_back(words);
    }
    if (const auto words = words_of(typed); words.size() == 1) typed_words_.push_back(words.front());
  }
}

const Thesaurus::Entry* Thesaurus::find(const std::string& stems) const {
  const auto found = entries_.find(stems);
  return found == entries_.end() ? nullptr : &found->second;
}

}  // namespace treatygraph::queries
