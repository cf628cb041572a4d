// The tables of headings and list marks, by the examples that they show, and the headings of three languages.

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "ingest/structure/heading_numbers.h"
#include "ingest/structure/headings.h"
#include "ingest/structure/list_marks.h"

namespace treatygraph::ingest {
namespace {

std::string heading_in(std::string_view line, const StructureWords& language = english_structure()) {
  const auto heading = heading_at(line, 0, line.size(), language);
  return heading ? Eid().child(heading->kind, heading->num).to_string() : "";
}

TEST(NumberForms, are_read_as_their_table_says) {
  for (const auto& form : number_forms()) {
    for (const auto& [line, eid] : form.examples) {
      EXPECT_EQ(heading_in(line), eid) << form.name << ": " << line;
    }
  }
}

TEST(MarkForms, are_found_as_their_table_says) {
  for (const auto& form : mark_forms()) {
    for (const auto& [text, labels] : form.examples) {
      std::string found;
      for (const auto& mark : find_list_marks(text, 0, text.size())) found += (found.empty() ? "" : " ") + mark.label;
      EXPECT_EQ(found, labels) << form.name << ": " << text;
    }
  }
}

struct Line {
  const char* line;
  const char* eid;
};

TEST(Headings, that_were_inserted_are_read_in_capitals_as_well) {
  constexpr auto lines = std::to_array<Line>({{"ARTICLE 1 BIS", "art_1bis"},
                                              {"ARTICLE 5 QUATER", "art_5quater"},
                                              {"ARTICLE 12A", "art_12A"},
                                              {"ARTICLE 4 A BOARD OF THE LAKES", "art_4"}});
  for (const auto& [line, eid] : lines) EXPECT_EQ(heading_in(line), eid) << line;
}

TEST(Headings, of_french_are_read) {
  constexpr auto lines = std::to_array<Line>({{"Article premier", "art_1"},
                                              {"ARTICLE 1er", "art_1"},
                                              {"Art. 2 Champ d'application", "art_2"},
                                              {"Article 8 bis", "art_8bis"},
                                              {"ARTICLE 8 BIS", "art_8bis"},
                                              {"ARTICLE 5TER", "art_5ter"},
                                              {"CHAPITRE PREMIER", "chp_1"},
                                              {"Chapitre II", "chp_II"},
                                              {"TITRE III", "title_III"},
                                              {"PREMIÈRE PARTIE", "part_1"},
                                              {"Partie XI", "part_XI"},
                                              {"Section 2. Entretien", "sec_2"},
                                              {"Règle 3", "rule_3"},
                                              {"ANNEXE II", "annex_II"},
                                              {"Article 5 de la Convention s'applique", ""},
                                              {"Partie de la rivière", ""}});
  for (const auto& [line, eid] : lines) EXPECT_EQ(heading_in(line, *structure_of_language("fr")), eid) << line;
}

TEST(Headings, of_spanish_are_read) {
  constexpr auto lines = std::to_array<Line>({{"Artículo 1", "art_1"},
                                              {"ARTICULO 1º.-", "art_1"},
                                              {"Artículo primero", "art_1"},
                                              {"ARTÍCULO VIGÉSIMO PRIMERO", "art_21"},
                                              {"Artículo 11.08 Nivel de trato", "art_11-08"},
                                              {"CAPÍTULO II", "chp_II"},
                                              {"Sección Primera", "sec_1"},
                                              {"PRIMERA PARTE", "part_1"},
                                              {"TÍTULO IV", "title_IV"},
                                              {"ANEXO A", "annex_A"},
                                              {"Artículo 5 de la Convención se aplicará", ""},
                                              {"Parte contratante", ""}});
  for (const auto& [line, eid] : lines) EXPECT_EQ(heading_in(line, *structure_of_language("es")), eid) << line;
}

}  // namespace
}  // namespace treatygraph::ingest
