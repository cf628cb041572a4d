// The files are TOML (https://toml.io), because its literal strings hold regular expressions as they are.

#include "ingest/languages/language_files.h"

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "ingest/languages/language_texts.h"

namespace treatygraph::ingest {
namespace {

LanguageTable read_table(const toml::table& table, const std::string& path);

std::vector<std::string> read_list(const toml::array& array, const std::string& path) {
  std::vector<std::string> texts;
  for (const auto& item : array) {
    const auto text = item.value<std::string>();
    if (!text) throw std::logic_error(fmt::format("{}: a list has other items than texts", path));
    texts.push_back(*text);
  }
  return texts;
}

LanguageTable::Value read_value(const toml::node& node, const std::string& path) {
  if (const auto* table = node.as_table()) return std::make_unique<const LanguageTable>(read_table(*table, path));
  if (const auto* array = node.as_array()) return read_list(*array, path);
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* flag = node.as_boolean()) return flag->get();
  if (const auto* text = node.as_string()) return text->get();
  throw std::logic_error(fmt::format("{}: neither text, list, number, flag nor table", path));
}

/// The parser sorts by name; the order of the file is that of the places at which the entries were found.
LanguageTable read_table(const toml::table& table, const std::string& path) {
  std::vector<std::pair<toml::source_position, LanguageTable::Entries::value_type>> placed;
  for (const auto& [key, node] : table) {
    const std::string name(key.str());
    auto value = read_value(node, fmt::format("{}{}{}", path, path.ends_with(' ') ? "" : ".", name));
    placed.emplace_back(key.source().begin, std::pair(name, std::move(value)));
  }
  std::ranges::sort(placed, {}, [](const auto& entry) { return std::pair(entry.first.line, entry.first.column); });
  LanguageTable::Entries entries;
  for (auto& [place, entry] : placed) entries.push_back(std::move(entry));
  return {path, std::move(entries)};
}

LanguageTable parse(std::size_t place) {
  const auto path = fmt::format("the file of the language \"{}\": ", kLanguages.at(place));
  return read_table(toml::parse(kLanguageTexts.at(place), path), path);
}

}  // namespace

const LanguageTable& language_file(std::size_t place) {
  static const auto files = [] {
    std::vector<LanguageTable> all;
    for (std::size_t i = 0; i < kLanguages.size(); ++i) all.push_back(parse(i));
    return all;
  }();
  return files.at(place);
}

}  // namespace treatygraph::ingest
