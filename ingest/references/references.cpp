// How the references of a document are read. Each provision's own words are read as citations (find_citations) with
// their legal force, and add() decides for each citation, in text order, what it refers to:
// 1. Headings are not citations. A name of one of the document's own annexes, or of the treaty itself, is not the name
//    of another instrument.
// 2. In an amending treaty, a citation may belong to the amended instrument.
// 3. If the citation names another instrument, or its place in the text says so (brackets after a name, an announced
//    list, "that article" after an external one), the reference is external.
// 4. Otherwise it is resolved in the document. If the treaty does not have the provision, it may belong to an
//    instrument that the same sentence mentions. Failing that, it is unresolved.
// Step 3 needs the context: the last instrument named, the provisions cited last, the current list. All of it is
// forgotten at the beginning of the next article. find_homes() at the end uses what was learned from the whole
// document.

#include "ingest/references/references.h"

#include <algorithm>
#include <map>
#include <set>

#include <re2/re2.h>

#include "graph/numerals.h"
#include "ingest/citation/citation_mode.h"
#include "ingest/references/amendments.h"
#include "ingest/references/announced_lists.h"
#include "ingest/references/cited_outside.h"
#include "ingest/references/components.h"
#include "ingest/references/heading_lines.h"
#include "ingest/references/instrument_identity.h"
#include "ingest/references/names_in_capitals.h"
#include "ingest/references/own_stretches.h"
#include "ingest/references/read_references.h"
#include "ingest/references/reference_phrases.h"
#include "ingest/references/resolver.h"
#include "ingest/references/unprinted_parts.h"
#include "ingest/text/lines.h"
#include "ingest/text/pattern_piece.h"

namespace treatygraph::ingest {
namespace {

/// The highest number of a unit, if numbers are printed with spaces: "Article 1 2". Otherwise 0. The reader of
/// structure knows the true numbers; the text of a citation has only the split ones.
int highest_split_number(const Document& document) {
  static const RE2 split(R"(^\w+ \d \d\b)");
  int highest = 0;
  bool splits = false;
  for (const auto& provision : document.structure) {
    const auto number = is_unit(provision.kind) ? digits_value(provision.num) : std::nullopt;
    if (!number) continue;
    highest = std::max(highest, *number);
    const auto printed = std::string_view(document.text).substr(provision.start, 24);
    splits = splits || (*number > 9 && RE2::PartialMatch(re2::StringPiece(printed.data(), printed.size()), split));
  }
  return splits ? highest : 0;
}

/// The numbers of units that are printed with a hyphen, "Article 10-12". Without these, a citation of it would be read
/// as a range.
std::set<std::string, std::less<>> hyphenated_numbers(const Document& document) {
  static const RE2 hyphenated(R"(^[^\d\n]{0,30}\d+(?:-|–)\d)");
  std::set<std::string, std::less<>> numbers;
  for (const auto& provision : document.structure) {
    if (!is_unit(provision.kind) || provision.num.find('-') == std::string::npos) continue;
    const auto printed = std::string_view(document.text).substr(provision.start, 60);
    if (RE2::PartialMatch(piece(printed), hyphenated)) numbers.insert(provision.num);
  }
  return numbers;
}

/// The treaty's own words, up to its first annex or protocol; empty if it has none, or begins with one.
std::string_view without_components(const Document& document) {
  const auto first = std::ranges::find_if(document.structure, [](const Provision& provision) {
    return provision.kind == ProvisionKind::Annex || provision.kind == ProvisionKind::Protocol;
  });
  const auto end = first == document.structure.end() ? 0 : first->start;
  return std::string_view(document.text).substr(0, end);
}

/// Reads one document once. The members after `references_` are the context of the current citation.
class ReferenceReader {
 public:
  ReferenceReader(const Document& document, const Words& words)
      : text_(document.text),
        words_(words),
        structure_(document.structure),
        identity_(document.title),
        names_(document.text, document.title, without_components(document), words),
        amendments_(document, names_),
        components_(document.text, document.structure, words),
        resolver_(document.text, document.structure, components_),
        absent_parts_(document.text, *phrases_) {
    names_.know_parts(components_.long_names());
    names_.join_split_numbers(highest_split_number(document));
    names_.join_hyphenated_numbers(hyphenated_numbers(document));
  }

  /// Goes through the text in order. The calls between citations keep the context up to date.
  std::vector<Reference> read() {
    for (const auto& stretch : own_stretches(structure_)) {
      forget_between_articles(stretch.provision);
      const auto citations = find_citations(text_, stretch.first, stretch.last, names_);
      const auto forces = legal_forces(text_, stretch.first, citations, words_);
      announced_ = announced_lists(text_, stretch.first, stretch.last, *phrases_);
      for (std::size_t i = 0; i < citations.size(); ++i) {
        begin_announced_list(citations[i].start);
        add(citations[i], stretch.provision, forces[i]);
      }
      begin_announced_list(stretch.last);
      note_context(stretch);
    }
    find_homes();
    identity_.settle_short_names(references_);
    return std::move(references_);
  }

 private:
  /// Words such as "that Convention" and "thereof" do not reach back into another article.
  void forget_between_articles(std::size_t provision) {
    const auto article = resolver_.index().enclosing_unit(provision).value_or(provision);
    if (article == article_) return;
    article_ = article;
    listed_ = {};
    cited_before_.clear();
    was_external_ = false;
    speaks_of_itself_ = false;
    instrument_before_.clear();
    list_instrument_.clear();
    outside_.forget();
  }

  /// "the following articles of the Act:": the provisions listed after the colon, up to `at`, belong to the Act.
  void begin_announced_list(std::size_t at) {
    for (; !announced_.empty() && announced_.front().first <= at; announced_.erase(announced_.begin())) {
      const auto& list = announced_.front();
      listed_ = {};
      const bool is_of_other = list.announced <= instrument_end_ && instrument_end_ < list.first && !speaks_of_itself_;
      if (is_of_other && !instrument_before_.empty()) listed_ = {instrument_before_, list.first, list.last};
    }
  }

  /// Whether the byte is in the current list of another instrument's provisions.
  [[nodiscard]] bool is_listed_of_other(std::size_t at) const { return listed_.first <= at && at < listed_.last; }

  /// "... the following provisions of that Annex shall not apply:" — the points below this provision cite the same
  /// instrument. They are provisions of their own, so they are recognised by their parent.
  void note_context(const Stretch& stretch) {
    const auto words = text_.substr(stretch.first, stretch.last - stretch.first);
    // The announcement is at the end of the provision's words; 200 bytes are enough for its last sentence part.
    const auto last = words.substr(words.size() - std::min<std::size_t>(words.size(), 200));
    const bool is_announced = listed_.last == stretch.last && trimmed(words).ends_with(':');
    re2::StringPiece whole;
    const bool is_pointed = RE2::PartialMatch(piece(last), phrases_->announces_of_that, &whole);
    if (!is_announced && !is_pointed) return;
    outside_.begin_list(!whole.empty() && RE2::FullMatch(whole, phrases_->annex));
    list_instrument_ = is_announced ? listed_.instrument : instrument_before_;
    list_owner_ = stretch.provision;
    list_excludes_ = RE2::PartialMatch(piece(words), phrases_->excludes);
  }

  /// "Part XI" in a treaty without parts, which elsewhere cites "Part XI of the Convention": the same part is meant.
  /// Runs last, because the complete citation may come later in the text.
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

  /// Whether the provision is a point below an announcement, see note_context().
  [[nodiscard]] bool is_in_list_of_other_instrument(std::size_t provision) const {
    return !list_instrument_.empty() && structure_[provision].parent == list_owner_;
  }

  /// Decides what one citation refers to and adds the reference. The order of the tests matters: an instrument that is
  /// named counts more than one that is only near.
  void add(Citation citation, std::size_t from, LegalForce force) {
    const bool is_listed = is_listed_of_other(citation.start) || is_in_list_of_other_instrument(from);
    if ((!is_listed && is_heading(citation)) || is_this_instrument(citation)) return;
    const auto component = component_of(citation, from);
    if (citation.is_context && !component) return note_instrument(citation);
    // A name of a component, or of the treaty, is not the name of another instrument.
    if (component) {
      citation.instrument.clear();
    } else if (identity_.is_own_title(citation.instrument) ||
               identity_.is_own_title(names_.full_name(citation.instrument))) {
      citation.instrument.clear();
      citation.of_this_treaty = true;
    }
    const auto home = component                 ? Home{true, *component}
                      : citation.of_this_treaty ? Home{true, Components::kMain}
                                                : Home{};
    Reference reference;
    reference.from = from;
    reference.mode = force.mode;
    reference.cited_applies = force.cited_applies;
    reference.describes = force.describes;
    reference.start = citation.start;
    reference.end = citation.end;
    reference.quote = fold(text_.substr(citation.start, citation.end - citation.start));
    reference.has_no_end = std::ranges::any_of(citation.provisions, &CitedProvision::is_open);
    const bool names_no_provision =
        citation.provisions.empty() && !citation.is_kind_only && citation.base == Citation::Base::Named;
    if (names_no_provision && component) {
      if (is_title_below_heading(text_, citation.start, citation.end, *phrases_)) return;
      return add_whole(std::move(reference), *component);
    }
    if (names_no_provision && citation.instrument.empty()) return;
    // An instrument as a whole is one reference in the document; further mentions only change the context.
    if (names_no_provision && !named_.insert(identity_.of(citation.instrument)).second)
      return note_instrument(citation);
    // Documents that amend nothing skip these tests.
    if (amendments_.amends() && add_amended(citation, home, reference)) return;
    // From the most certain to the least: the instrument that is named, then that of the brackets or the list around
    // the citation, then the one named before. Only complete citations belong to a list: "paragraph 2" is of this
    // treaty.
    const bool is_named = citation.base == Citation::Base::Named && !home.is_said;
    const bool points_outside = citation.base == Citation::Base::That && was_external_;
    if (!citation.instrument.empty()) {
      external(citation, citation.instrument, false, reference);
    } else if (is_named &&
               is_in_brackets_of_instrument(citation)) {  // NOLINT(bugprone-branch-clone): the order matters
      external(citation, instrument_before_, true, reference);
    } else if (is_listed_of_other(citation.start) && is_named) {
      external(citation, listed_.instrument, true, reference);
    } else if (is_in_list_of_other_instrument(from) && is_named) {
      external(citation, list_instrument_, true, reference);
      // The announcement says that the listed provisions do not apply.
      if (list_excludes_) reference.mode = "except";
    } else if (((citation.of_instrument_before && !speaks_of_itself_) || points_outside) &&
               !instrument_before_.empty()) {
      external(citation, instrument_before_, true, reference);
    } else if (!internal(citation, reference, home)) {
      return;
    }
    references_.push_back(std::move(reference));
  }

  /// Adds a citation in amending words, which refers to the amended instrument. Returns true if the citation is
  /// finished, false if it is to be read like any other.
  bool add_amended(const Citation& citation, const Home& home, Reference& reference) {
    // Quoted text is the amended instrument's own: its "this article" and "the preceding paragraph" are not of this
    // document.
    const bool is_quoted = amendments_.is_quoted(citation.start);
    reference.amends = !is_quoted && amendments_.is_changed(citation.start, citation.end);
    const bool points = citation.is_kind_only || citation.provisions.empty();
    if ((is_quoted && points) || (reference.amends && citation.base == Citation::Base::Following)) return true;
    const bool is_own = !citation.instrument.empty() || (home.is_said && !is_quoted);
    auto instrument = amendments_.instrument_at(citation.start);
    if (is_quoted && instrument_before_known(instrument)) instrument = instrument_before_;
    const bool is_of_amended = is_quoted || reference.amends || amendments_.is_in_scope(citation.start);
    const bool is_part = citation.base != Citation::Base::Named && !is_quoted && !reference.amends;
    if (is_own || !is_of_amended || is_part || points) return false;
    if (instrument.empty()) {
      if (!is_quoted) return false;
      reference.scope = Reference::Scope::Unresolved;
      reference.missing = citation.provisions.front().steps.front().kind;
    } else {
      external(citation, instrument, true, reference);
    }
    references_.push_back(std::move(reference));
    return true;
  }

  /// "Article 4 of the Convention shall be replaced by the following": the sentence before the quotation names the
  /// instrument.
  [[nodiscard]] bool instrument_before_known(const std::string& of_scope) const {
    return of_scope.empty() && !instrument_before_.empty();
  }

  /// "this Protocol" alone, in an annexed protocol, is not a reference, just as "this Convention" is not.
  static bool is_this_instrument(const Citation& citation) {
    return citation.is_kind_only && citation.base == Citation::Base::Here &&
           citation.of_kind == ProvisionKind::Protocol;
  }

  /// Whether the words are on a line that is a heading (heading_lines.h).
  [[nodiscard]] bool is_heading(const Citation& citation) const {
    if (is_in_list_of_headings(text_, citation.start, *phrases_)) return true;
    if (citation.base != Citation::Base::Named || citation.provisions.empty()) return false;
    const bool says_more = !citation.instrument.empty() || citation.of_this_treaty || citation.is_anchored;
    return is_heading_line(text_, citation.start, says_more ? text_.size() : citation.end, *phrases_);
  }

  /// The annex or protocol of the document that a citation names: "of this Protocol", "of the Verification Annex".
  [[nodiscard]] std::optional<std::size_t> component_of(const Citation& citation, std::size_t from) const {
    if (!citation.this_noun.empty()) return components_.called_by_itself(citation.this_noun, from);
    const bool is_of_this_protocol =
        citation.is_pointed && citation.base == Citation::Base::Here && citation.of_kind == ProvisionKind::Protocol;
    if (is_of_this_protocol) {  // an annex may be one
      const auto called_so = components_.called_by_itself(phrases_->protocol, from);
      return called_so && structure_[*called_so].kind != ProvisionKind::Protocol ? called_so : std::nullopt;
    }
    if (citation.instrument.empty()) return std::nullopt;
    const bool is_of_another = !citation.is_of_part && !names_.full_name(citation.instrument).empty();
    return is_of_another ? std::nullopt : components_.named(citation.instrument);
  }

  /// Adds "the Protocol shall apply": a component as a whole, unless the citing provision is in it.
  void add_whole(Reference reference, std::size_t component) {
    for (auto at = components_.of(reference.from); at != Components::kMain; at = components_.outer(at)) {
      if (at == component) return;
    }
    reference.targets = {component};
    cited_before_ = reference.targets;
    was_external_ = false;
    references_.push_back(std::move(reference));
  }

  /// "the Covenant on Civil Rights (in particular in articles 23 and 24)".
  [[nodiscard]] bool is_in_brackets_of_instrument(const Citation& citation) const {
    if (instrument_before_.empty() || citation.start < instrument_end_) return false;
    const auto between = piece(text_.substr(instrument_end_, citation.start - instrument_end_));
    return RE2::FullMatch(between, phrases_->in_particular);
  }

  /// Notes the instrument that the sentence is about. The treaty's own name does not end what was said about another
  /// one.
  void note_instrument(const Citation& citation) {
    speaks_of_itself_ = citation.of_this_treaty;
    if (speaks_of_itself_) return;
    instrument_before_ = citation.instrument;
    instrument_end_ = citation.end;
  }

  /// Makes the reference external, and `instrument` the context of the next citations. "that Convention" means the one
  /// named before.
  void external(const Citation& citation, const std::string& instrument, bool is_implied, Reference& reference) {
    const bool points_back = RE2::FullMatch(instrument, phrases_->points_back) && !instrument_before_.empty();
    reference.scope = Reference::Scope::External;
    reference.instrument = points_back ? instrument_before_ : instrument;
    reference.full_name = names_.full_name(reference.instrument);
    reference.is_implied = is_implied || points_back;
    if (!citation.provisions.empty() || citation.is_kind_only) {
      reference.provision =
          fold(text_.substr(citation.provision_start, citation.provision_end - citation.provision_start));
    }
    reference.cited = outside_.eids_of(citation, is_in_list_of_other_instrument(reference.from));
    if (citation.base == Citation::Base::Named) {
      for (const auto& eid : reference.cited)
        homes_.emplace(Eid({eid.steps().front()}).to_string(), reference.instrument);
    }
    instrument_before_ = reference.instrument;
    instrument_end_ = citation.end;
    speaks_of_itself_ = false;
    was_external_ = true;
  }

  /// Resolves the citation in the document. Returns false if the words are not a citation after all: "that paragraph"
  /// with nothing before it.
  bool internal(const Citation& citation, Reference& reference, const Home& home) {
    auto resolved = resolver_.resolve(citation, reference.from, cited_before_, home);
    reference.targets = std::move(resolved.targets);
    reference.open_ended = std::move(resolved.open_ended);
    reference.unreached = std::move(resolved.unreached);
    if (!reference.targets.empty()) {
      cited_before_ = reference.targets;
      was_external_ = false;
      return true;
    }
    if (citation.provisions.empty() && citation.of_kind == ProvisionKind::Subsection) {  // whose headings were not read
      reference.scope = Reference::Scope::Unresolved;
      reference.missing = citation.of_kind;
      return true;
    }
    // "this article" or "the Annex" that leads nowhere is an everyday word, not a missing provision.
    const bool is_optional = citation.is_kind_only || citation.provisions.empty() ||
                             (citation.provisions.front().steps.size() == 1 &&
                              citation.provisions.front().steps.front().num.empty() && !citation.of_this_treaty);
    if (is_optional) return false;
    if (const auto other = home.is_said ? std::string() : home_of(citation); !other.empty()) {
      external(citation, other, true, reference);
    } else {
      cited_before_.clear();  // "that article" means one that is not in this document
      reference.scope = Reference::Scope::Unresolved;
      reference.missing = citation.provisions.front().steps.front().kind;
      reference.absent_parts = absent_parts_.named_by(citation.provisions);
      if (citation.base == Citation::Base::Named && !home.is_said) {
        for (const auto& cited : citation.provisions) reference.cited.emplace_back(cited.steps);
      }
    }
    return true;
  }

  /// The instrument of a provision that this treaty does not have: one that the list or the sentence mentions, or one
  /// of which the same provision was cited before. Empty if there is none.
  [[nodiscard]] std::string home_of(const Citation& citation) const {
    if (citation.base != Citation::Base::Named || citation.of_this_treaty) return {};
    if (!citation.instrument_after.empty()) return citation.instrument_after;
    const auto known = homes_.find(Eid({citation.provisions.front().steps.front()}).to_string());
    if (known != homes_.end()) return known->second;
    const bool is_article = is_unit(citation.provisions.front().steps.front().kind);
    if (!is_article || instrument_before_.empty() || citation.start < instrument_end_) return {};
    // Only in the same sentence: a stop or colon before the article ends what was said about the instrument.
    const auto between = text_.substr(instrument_end_, citation.start - instrument_end_);
    static const RE2 sentence_ends(R"([.;:]\s)");
    return RE2::PartialMatch(piece(between), sentence_ends) ? std::string() : instrument_before_;
  }

  std::string_view text_;
  const Words& words_;
  const ReferencePhrases* phrases_ = &phrases_of_language(words_.lexicon().language);
  const Structure& structure_;
  InstrumentIdentity identity_;
  InstrumentNames names_;
  Amendments amendments_;
  Components components_;
  Resolver resolver_;
  AbsentParts absent_parts_;
  std::vector<Reference> references_;
  std::set<std::string> named_;
  std::map<std::string, std::string> homes_;  ///< by eId: the instrument that it was attributed to
  std::size_t article_ = kNone;
  Targets cited_before_;
  bool was_external_ = false;      ///< the previous citation
  bool speaks_of_itself_ = false;  ///< the last named instrument is this treaty
  std::string instrument_before_;
  std::size_t instrument_end_ = 0;
  CitedOutside outside_;
  struct ListedProvisions {
    std::string instrument;
    std::size_t first = 0;  ///< bytes
    std::size_t last = 0;
  };
  std::vector<AnnouncedList> announced_;  ///< of the current piece, those not reached yet
  ListedProvisions listed_;               ///< the current list, of another instrument
  std::string list_instrument_;
  std::size_t list_owner_ = kNone;
  bool list_excludes_ = false;
};

}  // namespace

/// A text in small letters is read in a copy with capitals; its quotes are taken from the original.
std::vector<Reference> read_all_references(const Document& document, const Words& words) {
  const bool is_english = words.lexicon().language == "en";
  auto capitals = is_english ? names_in_capitals(document.text, document.title) : std::nullopt;
  if (!capitals) return ReferenceReader(document, words).read();
  // Offsets stay valid, because only letters change.
  auto named = document;
  named.text = std::move(capitals->text);
  named.title = std::move(capitals->title);
  auto references = ReferenceReader(named, words).read();
  for (auto& reference : references) {
    reference.quote = fold(std::string_view(document.text).substr(reference.start, reference.end - reference.start));
  }
  return references;
}

}  // namespace treatygraph::ingest
