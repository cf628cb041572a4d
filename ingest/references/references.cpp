#include "ingest/references/references.h"

#include <algorithm>
#include <map>
#include <set>

#include <re2/re2.h>

#include "ingest/citation/citation_mode.h"
#include "ingest/references/resolver.h"
#include "ingest/references/unprinted_parts.h"
#include "ingest/text/lines.h"
#include "ingest/treaties/treaty_names.h"
#include "ingest/treaties/well_known_treaties.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

/// Words that belong to one provision and to none of its parts.
struct Stretch {
  std::size_t provision;
  std::size_t first;
  std::size_t last;
};

/// Where the words of a provision begin: an article's heading may cite, a division's is a title. Heading and sentence
/// are stretches of their own: "SPS Agreement" and "Further to ..." are no "SPS Agreement Further".
std::size_t words_begin(const Provision& provision) {
  return provision.kind == ProvisionKind::Article ? provision.heading_start : provision.body;
}

/// Own words of every provision, in the order of the text.
std::vector<Stretch> own_words(const Structure& structure) {
  std::vector<std::vector<std::size_t>> parts(structure.size());
  for (std::size_t i = 0; i < structure.size(); ++i) {
    if (structure[i].parent != kNone) parts[structure[i].parent].push_back(i);
  }
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < structure.size(); ++i) {
    auto at = structure[i].body;
    if (words_begin(structure[i]) < at) stretches.push_back({i, words_begin(structure[i]), at});
    for (const auto part : parts[i]) {
      if (structure[part].start > at) stretches.push_back({i, at, structure[part].start});
      at = std::max(at, structure[part].end);
    }
    if (structure[i].end > at) stretches.push_back({i, at, structure[i].end});
  }
  std::ranges::sort(stretches, {}, &Stretch::first);
  return stretches;
}

class ReferenceReader {
 public:
  explicit ReferenceReader(const Document& document)
      : text_(document.text),
        structure_(document.structure),
        own_row_(WellKnownTreaties::table().find(document.title)),
        names_(document.text, document.title),
        resolver_(document.text, document.structure),
        absent_parts_(document.text) {
    if (!is_bare_name(document.title)) own_names_.add(document.title, 0);
  }

  std::vector<Reference> read() {
    for (const auto& stretch : own_words(structure_)) {
      forget_between_articles(stretch.provision);
      const auto citations = find_citations(text_, stretch.first, stretch.last, names_);
      const auto forces = legal_forces(text_, stretch.first, citations);
      for (std::size_t i = 0; i < citations.size(); ++i) add(citations[i], stretch.provision, forces[i]);
      note_context(stretch);
    }
    find_homes();
    settle_short_names();
    return std::move(references_);
  }

 private:
  void forget_between_articles(std::size_t provision) {
    const auto article = resolver_.enclosing(provision, ProvisionKind::Article).value_or(provision);
    if (article == article_) return;
    article_ = article;
    cited_before_.clear();
    was_external_ = false;
    speaks_of_itself_ = false;
    instrument_before_.clear();
    list_instrument_.clear();
  }

  /// "... the following provisions of that Annex shall not apply:" — the points below cite the same instrument.
  void note_context(const Stretch& stretch) {
    static const RE2 announces(
        R"((?s)\b(?:that|those) (?:Annex|Convention|Agreement|Protocol|Treaty|Charter|instrument)[^.;:]{0,60}:\s*$)");
    static const RE2 excludes(R"(\bshall not apply\b)");
    const auto words = text_.substr(stretch.first, stretch.last - stretch.first);
    const auto last = words.substr(words.size() - std::min<std::size_t>(words.size(), 200));
    if (!RE2::PartialMatch(piece(last), announces)) return;
    list_instrument_ = instrument_before_;
    list_owner_ = stretch.provision;
    list_excludes_ = RE2::PartialMatch(piece(words), excludes);
  }

  /// "Part XI" of a treaty without parts, which elsewhere speaks of "Part XI of the Convention".
  void find_homes() {
    for (auto& reference : references_) {
      if (reference.scope != Reference::Scope::Unresolved || reference.cited.empty()) continue;
      const auto home = homes_.find(Eid({reference.cited.front().steps().front()}).to_string());
      if (home == homes_.end()) continue;
      reference.scope = Reference::Scope::External;
      reference.instrument = home->second;
      reference.full_name = names_.full_name(home->second);
      reference.is_implied = true;
      reference.provision = reference.quote;
    }
  }

  /// A text says the same names again and again.
  const WellKnownTreaty* row_of(const std::string& name) {
    const auto [at, is_new] = rows_.try_emplace(name, nullptr);
    if (is_new) at->second = WellKnownTreaties::table().find(name);
    return at->second;
  }

  /// One text for all the names of one instrument.
  std::string identity_of(const std::string& instrument) {
    const auto* row = row_of(instrument);
    return row != nullptr ? row->slug : alike(instrument);
  }

  /// "the Paris Convention", in a treaty that names one of those that are called so in full.
  void settle_short_names() {
    const auto& table = WellKnownTreaties::table();
    std::set<const WellKnownTreaty*> named;
    for (const auto& reference : references_) {
      if (reference.scope != Reference::Scope::External) continue;
      if (const auto* row = row_of(reference.name_of_instrument())) named.insert(row);
    }
    for (auto& reference : references_) {
      const bool is_settled = !reference.full_name.empty() || row_of(reference.instrument) != nullptr;
      if (reference.scope != Reference::Scope::External || is_settled) continue;
      auto may_be = table.may_be(reference.instrument);
      std::erase_if(may_be, [&](const WellKnownTreaty* row) { return !named.contains(row); });
      if (may_be.size() == 1) reference.full_name = may_be.front()->title;
    }
  }

  /// By its title, or by any name that is well known for it.
  bool is_own_title(const std::string& instrument) {
    if (instrument.empty() || is_bare_name(instrument)) return false;
    if (const auto* row = row_of(instrument)) return row == own_row_;
    return own_names_.find(instrument).only().has_value();
  }

  static re2::StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

  [[nodiscard]] bool is_in_list_of_other_instrument(std::size_t provision) const {
    return !list_instrument_.empty() && structure_[provision].parent == list_owner_;
  }

  void add(Citation citation, std::size_t from, LegalForce force) {
    if (citation.is_context) return note_instrument(citation);
    if (is_own_title(citation.instrument)) {
      citation.instrument.clear();
      citation.of_this_treaty = true;
    }
    if (citation.of_this_protocol && resolver_.stands_in_protocol(from)) citation.of_this_treaty = false;
    Reference reference;
    reference.from = from;
    reference.mode = force.mode;
    reference.cited_applies = force.cited_applies;
    reference.start = citation.start;
    reference.end = citation.end;
    reference.quote = fold(text_.substr(citation.start, citation.end - citation.start));
    const bool names_no_provision =
        citation.provisions.empty() && !citation.is_kind_only && citation.base == Citation::Base::Named;
    if (names_no_provision && citation.instrument.empty()) return;
    if (names_no_provision && !named_.insert(identity_of(citation.instrument)).second) return note_instrument(citation);
    const bool is_named = citation.base == Citation::Base::Named && !citation.of_this_treaty;
    const bool points_outside = citation.base == Citation::Base::That && was_external_;
    if (!citation.instrument.empty()) {
      external(citation, citation.instrument, false, reference);
    } else if (is_named && is_in_brackets_of_instrument(citation)) {
      external(citation, instrument_before_, true, reference);
    } else if (is_in_list_of_other_instrument(from) && is_named) {
      external(citation, list_instrument_, true, reference);
      if (list_excludes_) reference.mode = "except";
    } else if (((citation.of_instrument_before && !speaks_of_itself_) || points_outside) &&
               !instrument_before_.empty()) {
      external(citation, instrument_before_, true, reference);
    } else if (!internal(citation, reference)) {
      return;
    }
    references_.push_back(std::move(reference));
  }

  /// "the Covenant on Civil Rights (in particular in articles 23 and 24)".
  [[nodiscard]] bool is_in_brackets_of_instrument(const Citation& citation) const {
    if (instrument_before_.empty() || citation.start < instrument_end_) return false;
    static const RE2 opens(
        R"(\s*[(,]\s*(?:(?:and )?(?:in particular|notably|especially|inter alia),?\s*)(?:in|under|of)?\s*(?:the)?\s*|\s*\(\s*|#)");
    return RE2::FullMatch(piece(text_.substr(instrument_end_, citation.start - instrument_end_)), opens);
  }

  /// What the sentence speaks of; the treaty's own name does not end what another one was said to be of.
  void note_instrument(const Citation& citation) {
    speaks_of_itself_ = citation.of_this_treaty;
    if (speaks_of_itself_) return;
    instrument_before_ = citation.instrument;
    instrument_end_ = citation.end;
  }

  void external(const Citation& citation, const std::string& instrument, bool is_implied, Reference& reference) {
    static const RE2 anaphor(R"((?:that|those|the (?:said|same|latter|aforementioned)) [A-Z][a-z]+)");
    const bool points_back = RE2::FullMatch(instrument, anaphor) && !instrument_before_.empty();
    reference.scope = Reference::Scope::External;
    reference.instrument = points_back ? instrument_before_ : instrument;
    reference.full_name = names_.full_name(reference.instrument);
    reference.is_implied = is_implied || points_back;
    if (!citation.provisions.empty() || citation.is_kind_only) {
      reference.provision =
          fold(text_.substr(citation.provision_start, citation.provision_end - citation.provision_start));
    }
    if (citation.base == Citation::Base::Named) {
      for (const auto& cited : citation.provisions) {
        reference.cited.emplace_back(cited.steps);
        homes_.emplace(first_step_of(cited), reference.instrument);
      }
    }
    instrument_before_ = reference.instrument;
    instrument_end_ = citation.end;
    speaks_of_itself_ = false;
    was_external_ = true;
  }

  static std::string first_step_of(const CitedProvision& cited) { return Eid({cited.steps.front()}).to_string(); }

  /// False where the words are none of a reader's concern after all: "that paragraph" with nothing before it.
  bool internal(const Citation& citation, Reference& reference) {
    reference.targets = resolver_.resolve(citation, reference.from, cited_before_);
    if (!reference.targets.empty()) {
      cited_before_ = reference.targets;
      was_external_ = false;
      return true;
    }
    const bool is_optional = citation.is_kind_only || citation.provisions.empty() ||
                             (citation.provisions.front().steps.size() == 1 &&
                              citation.provisions.front().steps.front().num.empty() && !citation.of_this_treaty);
    if (is_optional) return false;
    if (const auto home = home_of(citation); !home.empty()) {
      external(citation, home, true, reference);
    } else {
      cited_before_.clear();  // "that article" is the one that is not here
      reference.scope = Reference::Scope::Unresolved;
      reference.missing = citation.provisions.front().steps.front().kind;
      reference.absent_parts = absent_parts_.named_by(citation.provisions);
      if (citation.base == Citation::Base::Named && !citation.of_this_treaty) {
        for (const auto& cited : citation.provisions) reference.cited.emplace_back(cited.steps);
      }
    }
    return true;
  }

  /// The instrument that a provision belongs to which this treaty has not: one that the sentence speaks of, or whose
  /// same provision was cited before.
  [[nodiscard]] std::string home_of(const Citation& citation) const {
    if (citation.base != Citation::Base::Named || citation.of_this_treaty) return {};
    if (!citation.instrument_behind.empty()) return citation.instrument_behind;
    const auto known = homes_.find(first_step_of(citation.provisions.front()));
    if (known != homes_.end()) return known->second;
    const bool is_article = citation.provisions.front().steps.front().kind == ProvisionKind::Article;
    if (!is_article || instrument_before_.empty() || citation.start < instrument_end_) return {};
    const auto between = text_.substr(instrument_end_, citation.start - instrument_end_);
    static const RE2 sentence_ends(R"([.;:]\s)");
    return RE2::PartialMatch(piece(between), sentence_ends) ? std::string() : instrument_before_;
  }

  std::string_view text_;
  const Structure& structure_;
  const WellKnownTreaty* own_row_;
  TreatyNames own_names_;
  std::map<std::string, const WellKnownTreaty*> rows_;  ///< of the names that were looked up
  InstrumentNames names_;
  Resolver resolver_;
  AbsentParts absent_parts_;
  std::vector<Reference> references_;
  std::set<std::string> named_;
  std::map<std::string, std::string> homes_;  ///< by eId: which instrument it was said to be of
  std::size_t article_ = kNone;
  Targets cited_before_;
  bool was_external_ = false;      ///< the citation before
  bool speaks_of_itself_ = false;  ///< the instrument that was named last is the treaty
  std::string instrument_before_;
  std::size_t instrument_end_ = 0;
  std::string list_instrument_;
  std::size_t list_owner_ = kNone;
  bool list_excludes_ = false;
};

}  // namespace

std::vector<Reference> find_references(const Document& document) {
  if (document.language != "en") return {};
  return ReferenceReader(document).read();
}

}  // namespace treatygraph::ingest
