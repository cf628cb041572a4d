#include "tests/support/drawing.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "graph/eid.h"
#include "graph/key.h"
#include "graph/vocabulary.h"

namespace treatygraph::testing {
namespace {

[[noreturn]] void give_up(std::string_view line, std::string_view why) {
  fmt::print(stderr, "a drawing's line is wrong: {}\n  {}\n", why, line);
  std::abort();
}

/// Splits at spaces outside double quotes.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  std::string word;
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ' ' && !quoted) {
      if (!word.empty()) words.push_back(std::move(word));
      word.clear();
    } else {
      word += c;
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

PropertyValue value_of(const std::string& text) {
  if (text == "true" || text == "false") return text == "true";
  std::int64_t number = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc{} && stop == text.data() + text.size()) return number;
  return text;
}

std::vector<std::string> provision_labels(const Eid& eid) {
  const std::map<ProvisionKind, std::string_view> names = {
      {ProvisionKind::Article, label::kArticle},       {ProvisionKind::Rule, label::kRule},
      {ProvisionKind::Regulation, label::kRegulation}, {ProvisionKind::Standard, label::kStandard},
      {ProvisionKind::Paragraph, label::kParagraph},   {ProvisionKind::Point, label::kPoint},
      {ProvisionKind::Recital, label::kRecital}};
  const auto found = names.find(eid.kind());
  return {std::string(found == names.end() ? label::kDivision : found->second), std::string(label::kProvision)};
}

class Drawing {
 public:
  void add(std::string_view line) {
    auto words = words_of(line);
    if (words.empty()) return;
    if (words.size() >= 3 && words[1].starts_with('-') && words[1].ends_with("->")) {
      node(words[0]);
      node(words[2]);
      relate(words[1].substr(1, words[1].size() - 3), words[0], words[2], properties_of(line, words, 3));
    } else {
      auto& record = records_.nodes[node(words[0])];
      for (auto& [name, value] : properties_of(line, words, 1)) set_property(record.properties, name, value);
    }
  }
  GraphRecords finish() { return std::move(records_); }

 private:
  static Properties properties_of(std::string_view line, const std::vector<std::string>& words, std::size_t first) {
    Properties properties;
    for (auto i = first; i < words.size(); ++i) {
      const auto equals = words[i].find('=');
      if (equals == std::string::npos) give_up(line, fmt::format("{} is not name=value", words[i]));
      properties.push_back({words[i].substr(0, equals), value_of(words[i].substr(equals + 1))});
    }
    return properties;
  }

  std::size_t node(const std::string& key) {
    if (const auto known = places_.find(key); known != places_.end()) return known->second;
    NodeRecord record{key, {}, {}};
    const auto parsed = Key::parse(key);
    if (!parsed) give_up(key, parsed.error().detail);
    const auto eid = Eid::parse(parsed->local);
    if (eid) return provision(std::move(record), *parsed, *eid);
    record.labels = {label_of(*parsed)};
    if (record.labels[0] == label::kTreaty) {
      record.properties = {{"slug", parsed->local}, {"loaded", true}};
    } else if (record.labels[0] != label::kState && record.labels[0] != label::kOrganization) {
      record.properties = {{"treaty", parsed->name_space}};
    }
    return place(std::move(record));
  }

  std::size_t provision(NodeRecord record, const Key& key, const Eid& eid) {
    const auto whole =
        eid.parent().empty() ? treaty_key(key.name_space) : Key{key.name_space, eid.parent().to_string()}.to_string();
    node(whole);
    record.labels = provision_labels(eid);
    record.properties = {{"eid", key.local}, {"treaty", key.name_space}, {"num", eid.steps().back().num}};
    relate(std::string(type::kHasPart), whole, record.key, {{"ordinal", ++parts_[whole]}});
    return place(std::move(record));
  }

  std::size_t place(NodeRecord record) {
    places_.emplace(record.key, records_.nodes.size());
    records_.nodes.push_back(std::move(record));
    return records_.nodes.size() - 1;
  }

  void relate(std::string type, std::string from, std::string to, Properties properties) {
    records_.relationships.push_back({std::move(type), std::move(from), std::move(to), std::move(properties)});
  }

  static std::string label_of(const Key& key) {
    const std::map<std::string, std::string_view> by_name_space = {{"treaty", label::kTreaty},
                                                                   {"state", label::kState},
                                                                   {"org", label::kOrganization},
                                                                   {"statement", label::kStatement},
                                                                   {"event", label::kEvent}};
    const std::map<std::string, std::string_view> by_local = {{"offence", label::kOffence},
                                                              {"safeguard", label::kSafeguard},
                                                              {"power", label::kPower},
                                                              {"term", label::kTerm}};
    if (const auto found = by_name_space.find(key.name_space); found != by_name_space.end()) {
      return std::string(found->second);
    }
    const auto found = by_local.find(key.local.substr(0, key.local.find('.')));
    if (found == by_local.end()) give_up(key.to_string(), "no label follows from this key");
    return std::string(found->second);
  }

  GraphRecords records_;
  std::map<std::string, std::size_t> places_;
  std::map<std::string, std::int64_t> parts_;
};

}  // namespace

GraphRecords records_of(std::string_view drawing) {
  Drawing drawn;
  while (!drawing.empty()) {
    const auto line = drawing.substr(0, drawing.find('\n'));
    drawn.add(line);
    drawing.remove_prefix(std::min(line.size() + 1, drawing.size()));
  }
  return drawn.finish();
}

Graph graph_of(GraphRecords records) {
  auto graph = Graph::build(std::move(records), "test");
  if (!graph) give_up(graph.error().detail, "the drawing is no graph");
  return std::move(*graph);
}

Graph graph_of(std::string_view drawing) {
  return graph_of(records_of(drawing));
}

}  // namespace treatygraph::testing
