package org.fengong.members.catalogue;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/api/v1/catalogue/load")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Occupations")
class CatalogueResource {
    private final CatalogueService service;

    CatalogueResource(CatalogueService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Load the catalogue that comes with the product",
            description =
                    "208 skills of marketing in nine fields, 29 occupations and which skills these need, from the ESCO classification of the European Commission (W2). As the imports: what is there keeps its names, and loading again changes nothing.")
    public RestResponse<CatalogueAnswer> loadCatalogue() {
        return RestResponse.ok(service.load());
    }
}
