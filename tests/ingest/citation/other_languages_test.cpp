// French and Spanish citations, read by the grammar of English with other tables.

#include <array>

#include <gtest/gtest.h>

#include "tests/ingest/citation/citation_reading.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kFrench = std::to_array<Case>({
    {"l'article 2", "art_2"},
    {"à l’article premier de la présente Convention", "art_1 !"},
    {"L'ARTICLE 1er", "art_1"},
    {"au paragraphe 3 de l'article 5", "art_5__para_3"},
    {"le paragraphe 2) de l'article 1", "art_1__para_2"},
    {"alinéas a) et b) du paragraphe 2) de l'article 1", "art_1__para_2__point_a art_1__para_2__point_b"},
    {"les articles 7 à 16", "art_7..16"},
    {"alinéa a) du paragraphe 1", "para_1__point_a"},
    {"de l'article 2, paragraphe 1", "art_2__para_1"},
    {"aux alinéas a), b) et c) du paragraphe 2 de l'article 3",
     "art_3__para_2__point_a art_3__para_2__point_b art_3__para_2__point_c"},
    {"au sous-alinéa iii) de l'alinéa c) du paragraphe 1", "para_1__point_c__point_iii"},
    {"à l'alinéa 2 de l'article 4", "art_4__para_2"},
    {"art. 10, par. 1, let. b, de la Convention", "art_10__para_1__point_b !"},
    {"le paragraphe 2 du présent article", "para_2"},
    {"en vertu du présent article et du présent chapitre", "this article; this chapter"},
    {"des obligations découlant dudit article", "that article"},
    {"les deux paragraphes précédents", "preceding paragraph 2"},
    {"conformément au paragraphe précédent", "preceding paragraph 1"},
    {"aux articles suivants", "following article 1000"},
    {"les dispositions qui précèdent", "preceding paragraph 1000"},
    {"au premier alinéa de l'article 5", "art_5__para_1"},
    {"les deuxième et troisième paragraphes du présent article", "para_2 para_3"},
    {"les articles 3 et suivants", "art_3.."},
    {"paragraphe 1 de l'article 5 et paragraphe 2 de l'article 6", "art_5__para_1; art_6__para_2"},
    {"du paragraphe 1 et du paragraphe 2 de l'article 5", "art_5__para_1; art_5__para_2"},
    {"à l'article 3 et à l'article 7 de la Convention de Vienne sur le droit des traités",
     "art_3; art_7 [la Convention de Vienne sur le droit des traités]"},
    {"la Convention entre en vigueur conformément à l'article 5", " [la Convention] !; art_5"},
    {"chapitres premier et II de la partie XI", "chp_1 chp_II"},
    {"l'annexe II à la présente Convention", "annex_II !"},
    {"aux articles 31 à 33 de la Convention de Vienne sur le droit des traités",
     "art_31..33 [la Convention de Vienne sur le droit des traités]"},
    {"l'article 2 du Pacte international relatif aux droits civils et politiques, et l'article 5",
     "art_2 [Pacte international relatif aux droits civils et politiques]; art_5"},
    {"l'article 3 de l'Accord du 11 mars 1972 est abrogé", "art_3 [l'Accord du 11 mars 1972]"},
    {"l'article 4 du Protocole s'applique", "art_4 [Protocole]"},
    {"l'article 4 dudit Protocole", "art_4 of that protocol"},
    {"les articles 5 et 30 jours plus tard", "art_5"},
    {"aux articles 8 bis et 8 ter", "art_8bis art_8ter"},
    {"les Parties", ""},
    {"cette Partie", ""},
    {"une partie de l'eau", ""},
});

constexpr auto kSpanish = std::to_array<Case>({
    {"el artículo 2", "art_2"},
    {"ARTICULO 1º", "art_1"},
    {"del artículo primero de la presente Convención", "art_1 !"},
    {"artículo 3, párrafo 1 b)", "art_3__para_1__point_b"},
    {"los artículos 7 y 8 de la Convención", "art_7 art_8 !"},
    {"los artículos 2 al 7", "art_2..7"},
    {"los artículos 2 a 7", "art_2..7"},
    {"el párrafo 3 del artículo 5", "art_5__para_3"},
    {"en el apartado a) del párrafo 1 del artículo 7", "art_7__para_1__point_a"},
    {"los incisos a) y b) del artículo 6", "art_6__point_a art_6__point_b"},
    {"inciso iii) del apartado b) del párrafo 2", "para_2__point_b__point_iii"},
    {"artículo 5, numeral 1, literal b)", "art_5__para_1__point_b"},
    {"artículo 5, apartado 1, letra b)", "art_5__para_1__point_b"},
    {"los párrafos 1 y 2 del presente artículo", "para_1 para_2"},
    {"en virtud de este artículo", "this article"},
    {"dicho artículo", "that article"},
    {"el párrafo anterior", "preceding paragraph 1"},
    {"los dos párrafos anteriores", "preceding paragraph 2"},
    {"los artículos siguientes", "following article 1000"},
    {"el párrafo primero del artículo 5", "art_5__para_1"},
    {"el segundo párrafo del artículo 5", "art_5__para_2"},
    {"los artículos 3 y siguientes", "art_3.."},
    {"el Capítulo II, Sección Primera", "chp_II__sec_1"},
    {"el anexo B de la presente Convención", "annex_B !"},
    {"los artículos 19 a 23 de la Convención de Viena sobre el Derecho de los Tratados",
     "art_19..23 [la Convención de Viena sobre el Derecho de los Tratados]"},
    {"el artículo 33 de la Carta de las Naciones Unidas", "art_33 [la Carta de las Naciones Unidas]"},
    {"el artículo 2 del Protocolo sobre las Boyas de 1960", "art_2 [Protocolo sobre las Boyas de 1960]"},
    {"el artículo 2 de la Declaración de Santiago reconoció el deber", "art_2 [la Declaración de Santiago]"},
    {"el artículo 2 del Acuerdo Marco y de los instrumentos", "art_2 [Acuerdo Marco]"},
    {"el artículo 2 de dicho Acuerdo", "art_2 [dicho Acuerdo]"},
    {"los artículos 5 y 30 días después", "art_5"},
    {"artículo 11.08(1)", "art_11-08__para_1"},
    {"artículo vigésimo primero", "art_21"},
    {"las Partes", ""},
    {"esa Parte y la otra Parte", ""},
    {"artículos de prendería", ""},
});

TEST(FrenchCitations, mean_what_a_reader_takes_them_for) {
  for (const auto& [words, meaning] : kFrench)
    EXPECT_EQ(read_citations(words, *words_of_language("fr")), meaning) << words;
}

TEST(SpanishCitations, mean_what_a_reader_takes_them_for) {
  for (const auto& [words, meaning] : kSpanish)
    EXPECT_EQ(read_citations(words, *words_of_language("es")), meaning) << words;
}

}  // namespace
}  // namespace treatygraph::ingest
