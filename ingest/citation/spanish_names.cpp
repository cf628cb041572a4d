// How Spanish texts name themselves and define short names.

#include <array>

#include "ingest/citation/name_words.h"

namespace treatygraph::ingest {
namespace {

constexpr auto kSpanishCalled = std::to_array<std::string_view>({"en adelante", "en lo sucesivo", "denominad"});
constexpr auto kSpanishOpenings =
    std::to_array<std::string_view>({"(\"", "(“", "(«", "(la \"", "(el \"", "(la “", "(el “"});

}  // namespace

const NameTable& spanish_names() {
  static const NameTable table{
      .itself = R"re((?i:\b(?:el|la|los|las|del|al|de la|a la) presentes?|\beste|\besta)\s([A-Za-zÀ-ÿ]+))re",
      .heading_to =
          R"re((?m)^[ \t]*(?i:anexo|ap[ée]ndice)(?: [A-Z0-9]{1,5})? (?i:a la|al|de la|del) ([A-Za-zÀ-ÿ]+)[ \t]*$)re",
      .parent =
          R"re((?i)^.*?\b(?:protocolos?|enmiendas?|acuerdo|anexo)\b.*?\b(?:a la|al|de la|del|que modifica el|que modifica la|que enmienda el|que enmienda la) ((?:convenci[óo]n|convenio|tratado|acuerdo|carta|pacto|estatuto)\b.*)$)re",
      .amended =
          R"re((?i)\b(?:que (?:modifica|enmienda)|por el que se (?:modifica|enmienda)|modificatorio|enmiendas?(?: (?:a|al))?)(?: de| del)? (?:la|el|los|las) (.+)$)re",
      .leading_article = R"re(^(?i:la |el |los |las ))re",
      .means = " significa ",
      .defined = R"re((?:^|[^A-Za-zÀ-ÿ])["“«]?([A-Z][A-Za-zÀ-ÿ]+(?: [A-Z0-9][A-Za-zÀ-ÿ]*)*)["”»]?$)re",
      .mean_respectively = " significan, respectivamente,",
      .quoted = R"re(["“«]([A-Z][A-Za-zÀ-ÿ -]*?)["”»])re",
      .and_next = R"re(^y )re",
      .called_words = kSpanishCalled,
      .called =
          R"re(^(?:en adelante|en lo sucesivo|denominad[oa]s?),? (?:denominad[oa]s? |llamad[oa]s? |en adelante |en lo sucesivo )?(?:la |el )?["“«]?(?:la |el )?([A-Z][A-Za-zÀ-ÿ]+(?: [A-Z][A-Za-zÀ-ÿ]+)*))re",
      .openings = kSpanishOpenings,
      .called_in_brackets =
          R"re(^\((?:la |el )?["“«](?:la |el )?([A-Z0-9][A-Za-zÀ-ÿ0-9-]*(?: [A-Z0-9][A-Za-zÀ-ÿ0-9-]*)*)["”»])re"};
  return table;
}

}  // namespace treatygraph::ingest
