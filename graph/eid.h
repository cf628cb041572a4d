#pragma once
// eIds: the Akoma Ntoso names of the parts of a treaty, such as "art_24__para_2__point_a". They are read, printed, put
// into document order, and turned into the words of a citation.

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "graph/result.h"

namespace treatygraph {

/// The kinds of provision in eIds: first the preamble, the body and the conclusions, then components (annexes and other
/// instruments in the document), divisions, units, and the parts of units. The functions below test ranges of this
/// list, so the order of the enumerators matters.
enum class ProvisionKind {
  Preamble,
  Recital,
  Body,         ///< the text of a treaty that no articles divide
  Conclusions,  ///< after the last article: where, when and in which languages it was done, and who signed
  Annex,
  Schedule,
  Appendix,
  Protocol,
  Regulations,  ///< adopted under a treaty, whatever the name of their units
  Rules,        ///< for example rules of procedure
  Resolution,   ///< a resolution that adopts a treaty
  Letter,       ///< one letter of an exchange of letters
  Instrument,   ///< another treaty in the same document, named by its title
  Quoted,       ///< text that an amendment puts into another instrument
  Part,
  Title,
  Chapter,
  Section,
  Subsection,
  Rule,
  Regulation,
  Standard,
  Guideline,
  Principle,
  Clause,
  Article,
  Paragraph,
  Point
};

/// Whether it is an instrument of its own within a document, such as an annex: the numbering of its articles starts
/// again at 1.
[[nodiscard]] constexpr bool is_component(ProvisionKind kind) {
  return kind >= ProvisionKind::Annex && kind <= ProvisionKind::Quoted;
}
/// Whether it contains units: a part, a title, a chapter, a section or a subsection.
[[nodiscard]] constexpr bool gathers_units(ProvisionKind kind) {
  return kind >= ProvisionKind::Part && kind <= ProvisionKind::Subsection;
}
/// Whether it is an article, or a unit that is used instead of articles, such as a rule. Each kind has its own
/// numbering.
[[nodiscard]] constexpr bool is_unit(ProvisionKind kind) {
  return kind >= ProvisionKind::Rule && kind <= ProvisionKind::Article;
}

/// "part", "chapter", "rule", ... as in structure.jsonl and in the `kind` property.
[[nodiscard]] std::string_view name_of(ProvisionKind kind);
/// The kind called `name`, or an error that lists the kinds.
[[nodiscard]] Result<ProvisionKind> provision_kind(std::string_view name);

/// One step of an eId: "art_8bis" is {Article, "8bis"}; "preamble" is {Preamble, ""}. The steps of an eId are separated
/// by "__".
struct EidStep {
  ProvisionKind kind = ProvisionKind::Article;
  std::string num;

  bool operator==(const EidStep&) const = default;
  /// Document order: by kind (articles before rules and the like), then by number ("2" < "10", "8" < "8bis" < "9",
  /// "II" < "IX", "b" < "aa").
  std::strong_ordering operator<=>(const EidStep& other) const;
};

/// A provision's place in its treaty. Sub-points are points in points.
/// Source of the naming: Akoma Ntoso Naming Convention 1.0, section 5 (eId).
class Eid {
 public:
  Eid() = default;
  /// The steps are taken as they are, without the checks of parse().
  explicit Eid(std::vector<EidStep> steps) : steps_(std::move(steps)) {}

  /// Reads "art_24__para_2"; the error names the step that is wrong and what is allowed there.
  [[nodiscard]] static Result<Eid> parse(std::string_view text);

  /// The inverse of parse(). Empty if the eId is empty.
  [[nodiscard]] std::string to_string() const;
  [[nodiscard]] const std::vector<EidStep>& steps() const { return steps_; }
  [[nodiscard]] bool empty() const { return steps_.empty(); }
  /// The kind of the last step. The eId must not be empty.
  [[nodiscard]] ProvisionKind kind() const { return steps_.back().kind; }

  /// This eId with one step more.
  [[nodiscard]] Eid child(ProvisionKind kind, std::string_view num) const;
  /// Without its last step. The parent of a single step is empty: the eId of an article does not say which chapter it
  /// is in.
  [[nodiscard]] Eid parent() const;
  /// Whether `other` is this provision or inside it, as far as eIds tell. A chapter does not contain its articles in
  /// this sense.
  [[nodiscard]] bool contains(const Eid& other) const;

  bool operator==(const Eid&) const = default;
  /// Document order, step by step; a provision comes before its parts.
  std::strong_ordering operator<=>(const Eid& other) const;

 private:
  std::vector<EidStep> steps_;
};

/// As a lawyer writes it: "article 24, paragraph 2 (a)", "annex on chemicals, paragraph 3", "regulations, rule 20".
[[nodiscard]] std::string citation_of(const Eid& eid);

}  // namespace treatygraph
