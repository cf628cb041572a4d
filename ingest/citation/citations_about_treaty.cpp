#include "ingest/citation/citations_about_treaty.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "graph/ascii.h"
#include "graph/numerals.h"
#include "ingest/citation/citation.h"
#include "ingest/citation/own_noun.h"
#include "ingest/text/lines.h"
#include "ingest/text/source_map.h"
#include "ingest/treaties/treaty_names.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

/// "Convention" for "United Nations Convention against Cybercrime" or "CONVENTION ON LAKES", and if no title is known.
std::string noun_of(std::string_view title) {
  for (const auto& token : citation_tokens(title, 0, title.size())) {
    if (token.says(Say::TreatyNoun)) return with_capital(std::string(token.text));
  }
  return "Convention";
}

/// Longer ranges are taken for reading errors; only their first provision is added.
constexpr int kLongestRange = 500;

template <typename Write>
std::vector<std::string> numbers(std::optional<int> from, std::optional<int> to, Write write) {
  std::vector<std::string> all;
  if (!from || !to || *to - *from > kLongestRange) return all;
  for (int value = *from + 1; value <= *to; ++value) all.push_back(write(value));
  return all;
}

/// The numbers after `from`, up to and with `to`: digits, letters or Roman numerals, in the case of `from`. Single
/// letters are letters, except after "i".
std::vector<std::string> numbers_after(const std::string& from, const std::string& to) {
  if (const auto digits = digits_value(from)) {
    return numbers(digits, digits_value(to), [](int value) { return std::to_string(value); });
  }
  const bool is_small = lower_case(from) == from;
  const bool are_letters = letter_value(from) && letter_value(to) && from != "i" && from != "I";
  if (are_letters) {
    const char first = is_small ? 'a' : 'A';
    return numbers(letter_value(from), letter_value(to),
                   [&](int value) { return std::string(1, static_cast<char>(first + value - 1)); });
  }
  return numbers(roman_value(from), roman_value(to),
                 [&](int value) { return is_small ? lower_case(roman_numeral(value)) : roman_numeral(value); });
}

/// Keeps the citations of one treaty and drops the others. No document is at hand, so a citation must be complete:
/// "article 5, paragraph 2". One that says "of that article" is completed from the citation before it.
class OwnCitationReader {
 public:
  OwnCitationReader(std::string_view text, std::string_view title)
      : text_(text),
        row_(WellKnownTreaties::table().find(title)),
        organization_(without_organization(title).organization),
        map_(SourceMap::identity(text)),
        names_("this " + noun_of(title)) {
    // Texts may name the treaty without the rest of its title, and without the organization.
    const auto first = title.substr(0, title.find(';'));  // "Convention against Cybercrime; Strengthening ..."
    for (const auto name : {title, first}) {
      own_names_.add(name, 0);
      own_names_.add(without_organization(name).rest, 0);
    }
  }

  std::vector<OwnCitation> read() {
    for (const auto& citation : find_citations(text_, 0, text_.size(), names_)) {
      // After another instrument, "that article" is no longer one of this treaty.
      if (!citation.instrument.empty() && !is_this_treaty(citation.instrument)) {
        article_ = {};
        continue;
      }
      for (const auto& provision : citation.provisions) add(citation, provision);
    }
    return std::move(found_);
  }

 private:
  /// Whether a name means the treaty: by the table of well-known treaties, otherwise by its title.
  [[nodiscard]] bool is_this_treaty(std::string_view instrument) const {
    if (const auto* row = WellKnownTreaties::table().find(instrument)) return row == row_;
    const auto [organization, rest] = without_organization(instrument);  // "the United Nations Convention"
    if (!organization.empty() && is_bare_name(rest)) return organization == organization_;
    return own_names_.find(instrument).only().has_value();
  }

  /// Adds the provision, or each of a range of numbers.
  void add(const Citation& citation, const CitedProvision& provision) {
    auto steps = provision.steps;
    if (steps.empty()) return;
    if (citation.base == Citation::Base::That && !article_.empty()) {
      steps = article_.steps();
      steps.insert(steps.end(), provision.steps.begin(), provision.steps.end());
    } else if (citation.base != Citation::Base::Named) {
      return;  // "paragraph 2": only the words before might name the article
    }
    const Eid first(steps);
    if (is_unit(steps.front().kind)) article_ = Eid({steps.front()});
    add(citation, first);
    for (const auto& num : numbers_after(steps.back().num, provision.range_end))
      add(citation, first.parent().child(first.kind(), num));
  }

  /// Adds an eId that is well-formed and new.
  void add(const Citation& citation, const Eid& eid) {
    if (!Eid::parse(eid.to_string()) || !seen_.insert(eid).second) return;
    found_.push_back({eid, fold(text_.substr(citation.start, citation.end - citation.start)),
                      map_.character_at(citation.start, text_.data()), map_.character_at(citation.end, text_.data())});
  }

  std::string_view text_;
  const WellKnownTreaty* row_;
  std::string organization_;
  TreatyNames own_names_;
  SourceMap map_;
  InstrumentNames names_;
  Eid article_;  ///< cited last; the meaning of "of that article"
  std::set<Eid> seen_;
  std::vector<OwnCitation> found_;
};

}  // namespace

std::vector<OwnCitation> own_citations(std::string_view text, std::string_view title) {
  return OwnCitationReader(text, title).read();
}

}  // namespace treatygraph::ingest
