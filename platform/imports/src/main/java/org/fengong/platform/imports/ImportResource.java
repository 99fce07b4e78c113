package org.fengong.platform.imports;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.File;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.fengong.platform.http.Created;
import org.fengong.platform.idempotency.Idempotent;
import org.fengong.platform.paging.Page;
import org.fengong.platform.problem.InvalidRequestException;
import org.fengong.platform.problem.Violation;
import org.fengong.platform.security.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The operations of imports. A service gives them a path that ends in {@code -imports} and a tag of its own, so that the
 * documents of all services can be joined: see {@link ImportOperations}.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class ImportResource {
    private final ImportService service;

    protected ImportResource(ImportService service) {
        this.service = service;
    }

    @POST
    @Idempotent
    @Consumes({FileFormat.TEXT_CSV, FileFormat.WORKBOOK})
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "Import a table",
            description =
                    "Of the kind that kind names, see the kinds of this service. The first row names the columns; a column that is absent leaves what it would say as it is, an empty cell empties it. A thing that is there already, by its key, is changed, so the same file can be sent again. mode ALL_OR_NOTHING (default) stores nothing unless every row is good, VALID_ROWS stores the good ones; dryRun=true stores nothing at all. A lead imports for the own teams. At most 64 MB and 100,000 rows.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = FileFormat.TEXT_CSV,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 67_108_864),
                        examples =
                                @ExampleObject(
                                        name = "csv",
                                        value = "team,key,title\r\nbrand-team,launch-blog,Write the launch blog\r\n")),
                @Content(
                        mediaType = FileFormat.WORKBOOK,
                        schema = @Schema(type = SchemaType.STRING, format = "binary", maxLength = 67_108_864))
            })
    @APIResponseSchema(
            value = ImportResponse.class,
            responseCode = "202",
            responseDescription = "The import; it goes on by itself.")
    @APIResponse(
            responseCode = "413",
            description = "The file is larger than 64 MB, has too many rows or inflates to too much.")
    @APIResponse(responseCode = "415", description = "The body is neither CSV nor a workbook.")
    public RestResponse<ImportResponse> startImport(
            @RestQuery @NotNull @Size(max = 40) String kind,
            @RestQuery @Size(max = 20) String mode,
            @RestQuery Boolean dryRun,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @Schema(hidden = true) String contentType,
            @NotNull File file,
            @Context UriInfo uri) {
        var started = service.start(
                kind,
                mode == null ? ImportMode.ALL_OR_NOTHING : named(ImportMode.class, "mode", mode),
                Boolean.TRUE.equals(dryRun),
                MediaType.valueOf(contentType).isCompatible(MediaType.valueOf(FileFormat.TEXT_CSV))
                        ? FileFormat.CSV
                        : FileFormat.XLSX,
                file);
        return Created.acceptedAt(uri, started.id(), started);
    }

    @GET
    @Path("/kinds")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "List what can be imported", description = "With the columns of each table.")
    public Page<ImportKindResponse> listImportKinds() {
        return new Page<>(service.kinds(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Read an import", description = "By who asked for it: how far it is, and what became of it.")
    public ImportResponse getImport(UUID id) {
        return service.read(id);
    }

    @GET
    @Path("/{id}/rows")
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(
            summary = "List the answers to the rows of an import",
            description = "In the order of the file; status=REFUSED are those to mend. Kept for 30 days.")
    public Page<ImportRowResponse> listImportRows(
            UUID id,
            @RestQuery @Size(max = 20) String status,
            @RestQuery @Size(max = 2000) String cursor,
            @RestQuery Integer limit) {
        return service.rows(id, status == null ? null : named(RowStatus.class, "status", status), cursor, limit);
    }

    @POST
    @Path("/{id}/cancel")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.LEAD, Roles.SERVICE})
    @Operation(summary = "Cancel an import", description = "No further row is taken; what was stored by then stays.")
    public RestResponse<ImportResponse> cancelImport(UUID id) {
        return RestResponse.ok(service.cancel(id));
    }

    private static <E extends Enum<E>> E named(Class<E> type, String parameter, String name) {
        try {
            return Enum.valueOf(type, name);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException(Violation.inQuery(
                    parameter, "must be one of " + java.util.Arrays.toString(type.getEnumConstants())));
        }
    }
}
