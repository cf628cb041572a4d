#pragma once
// The references of a text as lines, for tests.

#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "ingest/references/references.h"
#include "ingest/structure/text_structure.h"

namespace treatygraph::ingest {

inline Document document_of(std::string text, std::string title = {}) {
  Document document;
  document.name = "lakes.txt";
  document.format = "text";
  document.title = std::move(title);
  document.structure = read_structure(text);
  document.text = std::move(text);
  document.map.add(0, 0);
  return document;
}

/// "art_1 > art_2__para_1 subject_to", "art_1 > [the Charter] article 2 refers_to", "art_1 ? article 9".
inline std::vector<std::string> told(const Document& document) {
  std::vector<std::string> lines;
  for (const auto& reference : find_references(document)) {
    const auto from = document.structure[reference.from].eid.to_string();
    std::vector<std::string> targets;
    for (const auto target : reference.targets) targets.push_back(document.structure[target].eid.to_string());
    const auto meant = reference.scope == Reference::Scope::Internal ? fmt::format("> {}", fmt::join(targets, " "))
                       : reference.scope == Reference::Scope::External
                           ? fmt::format("> [{}] {}", reference.instrument, reference.provision)
                           : fmt::format("? {}", reference.quote);
    const auto rest = reference.unreached.empty() ? std::string() : fmt::format(" (not {})", reference.unreached);
    lines.push_back(fmt::format("{} {}{} {}", from, meant, rest, reference.mode));
    EXPECT_EQ(document.text.substr(reference.start, 3), reference.quote.substr(0, 3));
  }
  return lines;
}

}  // namespace treatygraph::ingest
