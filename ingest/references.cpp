#include "ingest/references.h"

#include <algorithm>
#include <set>

#include <re2/re2.h>

#include "ingest/citation_mode.h"
#include "ingest/lines.h"
#include "ingest/resolver.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kNone = Provision::kNoParent;

/// Words that belong to one provision and to none of its parts.
struct Stretch {
  std::size_t provision;
  std::size_t first;
  std::size_t last;
};

/// Where the words of a provision begin: an article's heading may cite, a division's is a title.
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
    auto at = words_begin(structure[i]);
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
      : text_(document.text), structure_(document.structure), names_(document.text), resolver_(document.structure) {}

  std::vector<Reference> read() {
    for (const auto& stretch : own_words(structure_)) {
      forget_between_articles(stretch.provision);
      std::size_t previous_end = std::string_view::npos;
      std::string_view previous_mode;
      for (const auto& citation : find_citations(text_, stretch.first, stretch.last, names_)) {
        const auto mode = mode_of(text_, stretch.first, citation.start, citation.end, previous_end, previous_mode);
        add(citation, stretch.provision, mode);
        previous_end = citation.end;
        previous_mode = mode;
      }
      note_context(stretch);
    }
    return std::move(references_);
  }

 private:
  void forget_between_articles(std::size_t provision) {
    const auto article = resolver_.enclosing(provision, ProvisionKind::Article).value_or(provision);
    if (article == article_) return;
    article_ = article;
    cited_before_ = kNone;
    instrument_before_.clear();
    list_instrument_.clear();
  }

  /// "... the following provisions of that Annex shall not apply:" — the points below cite the same instrument.
  void note_context(const Stretch& stretch) {
    static const RE2 announces(
        R"((?s).*\b(?:that|those) (?:Annex|Convention|Agreement|Protocol|Treaty|Charter|instrument)[^.;]{0,60}:\s*)");
    const auto words = text_.substr(stretch.first, stretch.last - stretch.first);
    if (RE2::FullMatch(re2::StringPiece(words.data(), words.size()), announces)) {
      list_instrument_ = instrument_before_;
      list_owner_ = stretch.provision;
      list_excludes_ = RE2::PartialMatch(re2::StringPiece(words.data(), words.size()), R"(\bshall not apply\b)");
    }
  }

  [[nodiscard]] bool is_in_list_of_other_instrument(std::size_t provision) const {
    return !list_instrument_.empty() && structure_[provision].parent == list_owner_;
  }

  void add(const Citation& citation, std::size_t from, std::string_view mode) {
    Reference reference;
    reference.from = from;
    reference.mode = mode;
    reference.start = citation.start;
    reference.end = citation.end;
    reference.quote = fold(text_.substr(citation.start, citation.end - citation.start));
    const bool names_no_provision =
        citation.provisions.empty() && !citation.is_kind_only && citation.base == Citation::Base::Named;
    if (names_no_provision && !is_new_instrument(citation.instrument)) return;
    if (!citation.instrument.empty()) {
      external(citation, citation.instrument, false, reference);
    } else if (is_in_list_of_other_instrument(from) && citation.base == Citation::Base::Named &&
               !citation.of_this_treaty) {
      external(citation, list_instrument_, true, reference);
      if (list_excludes_) reference.mode = "except";
    } else {
      internal(citation, reference);
    }
    references_.push_back(std::move(reference));
  }

  bool is_new_instrument(const std::string& name) { return named_.insert(name).second; }

  void external(const Citation& citation, const std::string& instrument, bool is_implied, Reference& reference) {
    static const RE2 anaphor(R"((?:that|the (?:said|same|latter)) [A-Z][a-z]+)");
    const bool points_back = RE2::FullMatch(instrument, anaphor) && !instrument_before_.empty();
    reference.scope = Reference::Scope::External;
    reference.instrument = points_back ? instrument_before_ : instrument;
    reference.is_implied = is_implied || points_back;
    if (!citation.provisions.empty()) {
      reference.provision = fold(text_.substr(citation.start, citation.provision_end - citation.start));
    }
    if (citation.base == Citation::Base::Named) {
      for (const auto& cited : citation.provisions) reference.cited.emplace_back(cited.steps);
    }
    instrument_before_ = reference.instrument;
  }

  void internal(const Citation& citation, Reference& reference) {
    reference.targets = resolver_.resolve(citation, reference.from, cited_before_);
    if (!reference.targets.empty()) {
      cited_before_ = reference.targets.back();
      return;
    }
    const bool may_be_elsewhere = citation.base == Citation::Base::Named && !citation.of_this_treaty;
    if (may_be_elsewhere && !instrument_before_.empty()) {
      external(citation, instrument_before_, true, reference);
    } else {
      reference.scope = Reference::Scope::Unresolved;
    }
  }

  std::string_view text_;
  const Structure& structure_;
  InstrumentNames names_;
  Resolver resolver_;
  std::vector<Reference> references_;
  std::set<std::string> named_;
  std::size_t article_ = kNone;
  std::size_t cited_before_ = kNone;
  std::string instrument_before_;
  std::string list_instrument_;
  std::size_t list_owner_ = kNone;
  bool list_excludes_ = false;
};

}  // namespace

std::vector<Reference> find_references(const Document& document) {
  return ReferenceReader(document).read();
}

}  // namespace treatygraph::ingest
