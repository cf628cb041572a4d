#include "graph/memory_texts.h"
