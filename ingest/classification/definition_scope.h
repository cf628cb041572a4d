#pragma once
// Finds the scope of a definition: "for the purposes of this Chapter".

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ingest/classification/terms.h"

namespace treatygraph::ingest {

/// Answers for one document, which must outlive it, as must `own`. Not for several threads, because it caches.
class DefinitionScope {
 public:
  DefinitionScope(const Document& document, const OwnWords& own);

  /// The provision that is the scope of a definition in `provision`, or DefinedTerm::kWholeTreaty. The definition
  /// itself may state it ("hereinafter referred to in this Article as", "domestic law for purposes of Article 1905").
  /// Otherwise the words on purposes in its provision or one above it do, up to the article. Without such words, the
  /// scope of a definition in an annex is the annex.
  [[nodiscard]] std::size_t of(std::size_t provision, std::string_view said);

  /// Whether the provision is in an article on definitions, or in an article that states the scope of its definitions.
  [[nodiscard]] bool is_among_definitions(std::size_t provision);

  /// The largest part of the treaty that contains the first provision and none of the others.
  [[nodiscard]] std::size_t apart(std::size_t provision, const std::vector<std::size_t>& others) const;

 private:
  /// "chapter", "this paragraph", "article 14", in lower case; empty if nothing is stated.
  const std::string& purpose_of(std::size_t provision);
  [[nodiscard]] std::string purpose_above(std::size_t provision);
  [[nodiscard]] std::size_t enclosing(std::size_t provision, std::string_view purpose) const;
  [[nodiscard]] std::size_t of_cited_article(std::size_t provision, std::string_view number) const;
  /// The division around a definition, which is its scope if it names several articles: a term has one scope.
  [[nodiscard]] std::size_t division_above(std::size_t provision) const;

  std::string_view text_;
  const Structure& structure_;
  const OwnWords& own_;
  std::unordered_map<std::string, std::size_t> articles_;  ///< the first of each number
  std::unordered_map<std::size_t, std::string> purposes_;  ///< cached, because every definition below needs it
};

}  // namespace treatygraph::ingest
