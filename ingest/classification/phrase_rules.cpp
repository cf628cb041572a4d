#include "ingest/classification/phrase_rules.h"

#include "ingest/languages/language_files.h"

namespace treatygraph::ingest {
namespace {

/// The only language with rules.
const LanguageTable& english_classification() {
  return language_file(0).table("classification");
}

void add_rules(std::vector<PhraseRule>& all, FactClass fact_class, std::string_view section) {
  const auto& classification = english_classification();
  const auto& rules = classification.table(section);
  for (const auto name : rules.names()) {
    const auto& rule = rules.table(name);
    const auto if_any = [&](std::string_view what) -> std::string_view {
      return rule.has(what) ? rule.text(what) : std::string_view();
    };
    const std::string_view unless =
        rule.flag("unless_restated") ? std::string_view(classification.text("restated")) : if_any("unless");
    all.push_back(
        {name, fact_class, if_any("kind"), rule.text("cue"), rule.text("phrase"), unless, rule.text("confidence")});
  }
}

std::vector<PhraseRule> read_rules() {
  std::vector<PhraseRule> rules;
  add_rules(rules, FactClass::Offence, "offences");
  add_rules(rules, FactClass::Power, "powers");
  add_rules(rules, FactClass::Safeguard, "safeguards");
  return rules;
}

}  // namespace

const std::vector<PhraseRule>& phrase_rules() {
  static const auto rules = read_rules();
  return rules;
}

const std::vector<std::string_view>& lead_qualifiers() {
  static const auto qualifiers = english_classification().list("lead_qualifiers");
  return qualifiers;
}

}  // namespace treatygraph::ingest
