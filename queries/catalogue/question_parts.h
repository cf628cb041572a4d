#pragma once
// What an entry of the catalogue is written with: parameters, the writers of its answer as JSON, table and drawing, and
// the words for them. Each question's file includes it, and the header of its own question.

#include "queries/answer/common_parameters.h"
#include "queries/answer/shown_facts.h"
#include "queries/catalogue/entries.h"
#include "queries/catalogue/shared_parameters.h"
#include "queries/formats/answers/answer_writer.h"
#include "queries/formats/answers/table_cells.h"
#include "queries/formats/graphs/view_builder.h"

namespace treatygraph::queries {

using formats::AnswerWriter;
using formats::Cell;
using formats::number_cell;
using formats::Table;
using formats::TableCells;
using formats::text_cell;
using formats::ViewBuilder;

}  // namespace treatygraph::queries
