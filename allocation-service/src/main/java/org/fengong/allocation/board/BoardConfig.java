package org.fengong.allocation.board;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the board page. */
@ConfigMapping(prefix = "fengong.board")
interface BoardConfig {
    /** Boards that follow their team at the same time at this replica. */
    @WithDefault("500")
    int streams();
}
