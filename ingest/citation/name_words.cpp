#include "ingest/citation/name_words.h"

#include "ingest/languages/language_files.h"

namespace treatygraph::ingest {
namespace {

NameTable name_table(const LanguageTable& language) {
  const auto& names = language.table("citation").table("names");
  return {.itself = names.text("itself"),
          .heading_to = names.text("heading_to"),
          .parent = names.text("parent"),
          .amended = names.text("amended"),
          .leading_article = names.text("leading_article"),
          .means = names.text("means"),
          .defined = names.text("defined"),
          .mean_respectively = names.text("mean_respectively"),
          .quoted = names.text("quoted"),
          .and_next = names.text("and_next"),
          .called_words = names.list("called_words"),
          .called = names.text("called"),
          .openings = names.list("openings"),
          .called_in_brackets = names.text("called_in_brackets")};
}

}  // namespace

const NameTable* names_of_language(std::string_view code) {
  return of_language<name_table>(code);
}

}  // namespace treatygraph::ingest
