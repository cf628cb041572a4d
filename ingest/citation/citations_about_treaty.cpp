#include "ingest/citation/citations_about_treaty.h"

#include <charconv>
#include <optional>
#include <set>

#include <fmt/format.h>

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

std::optional<int> number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc() && end == text.data() + text.size();
  return is_number ? std::optional(value) : std::nullopt;
}

class OwnCitationReader {
 public:
  OwnCitationReader(std::string_view text, std::string_view title)
      : text_(text),
        row_(WellKnownTreaties::table().find(title)),
        organization_(without_organization(title).organization),
        map_(SourceMap::identity(text)),
        names_("this " + noun_of(title)) {
    const auto first = title.substr(0, title.find(';'));  // "Convention against Cybercrime; Strengthening ..."
    for (const auto name : {title, first}) {
      own_names_.add(name, 0);
      own_names_.add(without_organization(name).rest, 0);
    }
  }

  std::vector<OwnCitation> read() {
    for (const auto& citation : find_citations(text_, 0, text_.size(), names_)) {
      if (!citation.instrument.empty() && !is_this_treaty(citation.instrument)) {
        article_ = {};
        continue;
      }
      for (const auto& provision : citation.provisions) add(citation, provision);
    }
    return std::move(found_);
  }

 private:
  [[nodiscard]] bool is_this_treaty(std::string_view instrument) const {
    if (const auto* row = WellKnownTreaties::table().find(instrument)) return row == row_;
    const auto [organization, rest] = without_organization(instrument);  // "the United Nations Convention"
    if (!organization.empty() && is_bare_name(rest)) return organization == organization_;
    return own_names_.find(instrument).only().has_value();
  }

  void add(const Citation& citation, const CitedProvision& provision) {
    auto steps = provision.steps;
    if (steps.empty()) return;
    if (citation.base == Citation::Base::That && !article_.empty()) {
      steps = article_.steps();
      steps.insert(steps.end(), provision.steps.begin(), provision.steps.end());
    } else if (citation.base != Citation::Base::Named) {
      return;  // "paragraph 2": only the words before might say of what
    }
    const Eid first(steps);
    if (is_unit(steps.front().kind)) article_ = Eid({steps.front()});
    add(citation, first);
    constexpr int kLongestRange = 500;
    const auto from = number(steps.back().num);
    const auto to = number(provision.range_end);
    if (!from || !to || *to - *from > kLongestRange) return;
    for (int num = *from + 1; num <= *to; ++num) {
      add(citation, first.parent().child(first.kind(), std::to_string(num)));
    }
  }

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
